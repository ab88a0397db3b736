import { list, mapping, scalar } from "../../documents/build.ts";
import type { MarkdownDocument } from "../../documents/markdown.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Scalar, Value } from "../../documents/value.ts";
import { parseYaml } from "../../documents/yaml.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { NativeValues } from "../markdown/native.ts";
import { answer, answers, field } from "./fields.ts";
import { datasetEntry, readModelIndex } from "./model-index.ts";
import { nativeKeysIn } from "./native-keys.ts";
import { taskOfHub } from "./tasks.ts";

export type FrontMatter = MarkdownDocument["frontMatter"];

export function parseFrontMatter(
  front: FrontMatter,
  path: string,
  caps: Caps,
): { root: Value | null; problems: readonly Problem[] } {
  if (!front || front.text.trim() === "") return { root: null, problems: [] };
  return parseYaml(front.text, path, caps, { lines: front.firstLine - 1 });
}

/** What front matter says, at the native paths. */
export function readFrontMatter(
  front: FrontMatter,
  path: string,
  caps: Caps,
  into: NativeValues,
): readonly Problem[] {
  const { root, problems } = parseFrontMatter(front, path, caps);
  return root ? [...problems, ...mapFrontMatter(root, path, into)] : problems;
}

export function mapFrontMatter(root: Value, path: string, into: NativeValues): readonly Problem[] {
  const index = readModelIndex(field(root, "model-index"));
  const first = (...keys: string[]) =>
    keys.map((key) => answers(field(root, key))[0]).find((found) => found !== undefined);
  into.set("model.name", first("model_name", "model-name") ?? index.name);
  into.set("model.version", first("version", "model_version"));
  into.set("model.license", licenseOf(root));
  into.set("model.task", taskOf([...answers(field(root, "pipeline_tag")), ...index.tasks]));
  into.set(
    "model.owners",
    namedList(
      ["developers", "authors", "author", "owners", "owner", "model_creator"].flatMap((key) =>
        answers(field(root, key)),
      ),
    ),
  );
  into.set("model.base_models", namedList(answers(field(root, "base_model"))));
  into.add("data", answers(field(root, "datasets")).map(datasetEntry));
  into.add("metrics", index.claims);
  return [...index.problems, ...nativeKeysIn(root, path)];
}

/** `license: other` names its license elsewhere. */
function licenseOf(root: Value): Scalar | null {
  const license = answers(field(root, "license"))[0] ?? null;
  return license?.value === "other" ? (answer(field(root, "license_name")) ?? license) : license;
}

/** The one native task that all of these name. */
function taskOf(names: readonly Scalar[]): Scalar | null {
  const tasks = names.flatMap((name) => {
    const task = taskOfHub(String(name.value));
    return task ? [scalar(task, name.at, name.raw)] : [];
  });
  return new Set(tasks.map(({ value }) => value)).size === 1 ? tasks[0]! : null;
}

function namedList(names: readonly Scalar[]): Value | null {
  const [first] = names;
  return first
    ? list(
        names.map((name) => mapping([["name", name]], name.at)),
        first.at,
      )
    : null;
}

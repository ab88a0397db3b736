import type { ArtifactFact, Fact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputSubject, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { digestOf } from "../digest.ts";
import { componentsOf, isModel } from "./components.ts";

const ALGORITHMS: ReadonlyMap<string, ArtifactFact["algorithm"]> = new Map([
  ["SHA-256", "sha256"],
  ["SHA-512", "sha512"],
  ["SHA-1", "sha1"],
  ["MD5", "md5"],
]);
const SHOWN = 60;

/** A bill of materials: what a model is made of, by digest. Source: CycloneDX 1.5 to 1.7. */
export const cyclonedx = defineReader<"document">({
  tool: "cyclonedx",
  form: "document",
  about: {
    versions: ["1.5", "1.6", "1.7 (cyclonedx-python-lib 11.12.0)"],
    detectedBy: "an object with `bomFormat: CycloneDX` and a `specVersion`",
    notRead: "vulnerabilities, licenses, services; numbers in `modelCard`, which are claims; XML",
  },
  recognises: ({ root }) =>
    root.get("bomFormat").text() === "CycloneDX" && root.get("specVersion").text() !== null,
  read({ root }) {
    const components = componentsOf(root);
    const hashes = components.flatMap((component) => hashesOf(component));
    return {
      kind: "output",
      output: {
        tool: "cyclonedx",
        formatVersion: root.get("specVersion").text(),
        producedAt: isoOf(root.get("metadata", "timestamp").text()),
        subject: subjectOf(root, components),
        facts: [...hashes.flatMap(({ fact }) => fact ?? []), ...components.flatMap(dataOf)],
        incomplete: [...gaps(root, components), ...hashes.flatMap(({ incomplete }) => incomplete ?? [])],
        aggregates: [],
        warnings: [],
      },
    };
  },
});

/** The component that the file is about, or else its only model. */
function subjectOf(root: Json, components: readonly Json[]): OutputSubject | null {
  const main = root.get("metadata", "component");
  const models = components.filter(isModel);
  const model = isModel(main) ? main : models.length === 1 ? models[0] : undefined;
  if (!model) return null;
  const sha256 = hashesOf(model).flatMap(({ fact }) =>
    fact?.algorithm === "sha256" ? [fact.digest] : [],
  )[0];
  return {
    model: model.get("name").text(),
    version: model.get("version").text(),
    digest: sha256 === undefined ? null : `sha256:${sha256}`,
  };
}

interface Hash {
  readonly fact?: ArtifactFact;
  readonly incomplete?: Shortfall;
}

function hashesOf(component: Json): Hash[] {
  const path = component.get("name").text() ?? "a component without a name";
  return [...component.get("hashes").items()].flatMap((hash): Hash[] => {
    const algorithm = ALGORITHMS.get(hash.get("alg").text() ?? "");
    if (!algorithm) return [];
    const content = hash.get("content");
    const digest = digestOf(algorithm, content.text());
    if (digest !== null)
      return [{ fact: { kind: "artifact", path, algorithm, digest, bytes: null, at: hash.at } }];
    const says = `the ${algorithm} of ${path} is \`${String(content.text()).slice(0, SHOWN)}\`, which is no digest`;
    return [
      {
        incomplete: { code: "unfinished", says, fix: `write what \`${algorithm}sum\` gives`, at: content.at },
      },
    ];
  });
}

function dataOf(component: Json): Fact[] {
  const name = component.get("name").text();
  if (component.get("type").text() !== "data" || name === null) return [];
  const sha256 = hashesOf(component).find(({ fact }) => fact?.algorithm === "sha256")?.fact;
  const digest = sha256 ? `sha256:${sha256.digest}` : null;
  return [{ kind: "dataset", name, digest, rows: null, split: null, at: component.at }];
}

const WHOLE = new Set(["complete", "not_specified"]);

function gaps(root: Json, components: readonly Json[]): Shortfall[] {
  const found: Shortfall[] = [];
  if (components.length === 0) {
    const says = "it lists no component";
    found.push({ code: "empty", says, fix: "list the model and its files, with their hashes", at: root.at });
  }
  for (const composition of root.get("compositions").items()) {
    const aggregate = composition.get("aggregate");
    if (WHOLE.has(aggregate.text() ?? "complete")) continue;
    const says = `it calls its own list of parts \`${String(aggregate.text()).slice(0, SHOWN)}\``;
    found.push({ code: "limited", says, fix: "list every part, and say `complete`", at: aggregate.at });
    break;
  }
  return found;
}

import type { Json } from "../../../output/json.ts";
import { defineReader } from "../../../output/reader.ts";
import { csvHeader } from "../../csv.ts";
import { disparities, overalls } from "./disparity.ts";
import { isKnown } from "./frame.ts";
import { frameOf } from "./frame-document.ts";
import { isOfGroups, tableFrame } from "./frame-table.ts";
import { readingOf, type Stated, TOOL } from "./reading.ts";

const FIX =
  "write `by_group` of the frame with pandas, and `overall`, `difference()` and `ratio()` beside it";

/** The parts of a `MetricFrame`, each as pandas wrote it, under their own names. */
export const fairlearnFrame = defineReader<"document">({
  tool: TOOL,
  form: "document",
  about: {
    versions: ["0.15.0"],
    detectedBy:
      "an object with `by_group` and `overall`, `difference` or `ratio`, alone or by attribute; or the object of `by_group` itself, with `selection_rate`",
    notRead: "control features; disparities without their groups",
  },
  recognises: ({ root }) => framesIn(root).length > 0 || isBareFrame(root),
  read({ root }) {
    const frames: readonly (readonly [string | null, Json])[] = isBareFrame(root)
      ? [[null, root]]
      : framesIn(root);
    const stated: Stated[] = [];
    for (const [attribute, json] of frames) {
      const bare = json === root && isBareFrame(root);
      const features = bare ? [] : featuresOf(json, attribute);
      const overall = json.get("overall");
      const frame = frameOf(bare ? json : json.get("by_group"), overall, features);
      if (frame === null)
        return {
          kind: "unparsed",
          says: "its `by_group` is no table of groups",
          fix: FIX,
          line: 1,
          at: json.at,
        };
      const label = attribute === null ? "" : `${attribute}|`;
      const aggregates = bare ? [] : [...disparities(frame, json, label), ...overalls(frame, json, label)];
      stated.push({ frame, label, overall: overall.isMap ? overall : null, aggregates });
    }
    return readingOf(stated);
  },
});

/** `by_group.to_csv()`. */
export const fairlearnTable = defineReader<"text">({
  tool: TOOL,
  form: "text",
  about: {
    versions: ["0.15.0"],
    detectedBy: "a CSV header with `selection_rate` and another metric behind a column of groups",
    notRead: "frames of other metrics alone, but for `by_group` in JSON",
  },
  recognises: ({ text }) => isOfGroups(csvHeader(text)),
  read({ text, path }, caps) {
    const frame = tableFrame(text, path, caps);
    if (typeof frame === "string") return { kind: "unparsed", says: frame, fix: FIX, line: 1 };
    return readingOf([{ frame, label: "", overall: null, aggregates: [] }]);
  },
});

function framesIn(root: Json): readonly (readonly [attribute: string | null, frame: Json])[] {
  if (isFrame(root)) return [[null, root]];
  return [...root.entries()].filter(([, each]) => isFrame(each));
}

function isFrame(json: Json): boolean {
  const byGroup = json.get("by_group");
  return (
    (byGroup.isMap || byGroup.isList) && ["overall", "difference", "ratio"].some((key) => json.get(key).isMap)
  );
}

function isBareFrame(root: Json): boolean {
  const entries = [...root.entries()];
  const names = entries.map(([name]) => name);
  return (
    names.includes("selection_rate") &&
    names.filter(isKnown).length > 1 &&
    entries.every(
      ([, inner]) =>
        inner.isMap &&
        [...inner.entries()].every(([, { value }]) => typeof value !== "object" || value === null),
    )
  );
}

/** The features' names, which pandas leaves out of the groups. */
function featuresOf(frame: Json, attribute: string | null): readonly string[] {
  const written = frame.get("sensitive_features");
  const names = written.isList
    ? [...written.items()].flatMap((name) => name.text() ?? [])
    : [written.text() ?? ""];
  if (names.some((name) => name !== "")) return names;
  return attribute === null ? [] : [attribute];
}

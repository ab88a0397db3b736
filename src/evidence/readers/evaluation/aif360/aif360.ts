import type { Json } from "../../../output/json.ts";
import { parseLoosely } from "../../../output/json-text.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import {
  type Explained,
  explainedOf,
  isCutShort,
  isExplained,
  keyOf,
  SENTENCES,
  TOOL,
  toldIn,
} from "./explained.ts";
import { readingOf } from "./reading.ts";

const MOST_LINES = 10_000;
const NOT_READ = "generalised counts; which groups were compared, which the explainer does not write";

/** What `MetricJSONExplainer` returned, as a list, by name, or alone. */
export const aif360Document = defineReader<"document">({
  tool: TOOL,
  form: "document",
  about: {
    versions: ["0.6.1"],
    detectedBy: "objects with `metric`, `message`, `description` and `ideal`, in one document or a line each",
    notRead: NOT_READ,
  },
  recognises: ({ root }) => explanationsIn(root).some(isExplained),
  read: ({ root }) => readingOfAll(explanationsIn(root)),
});

/** The same, a line each. */
export const aif360Lines = defineReader<"records">({
  tool: TOOL,
  form: "records",
  about: {
    versions: ["0.6.1"],
    detectedBy: "objects with `metric`, `message`, `description` and `ideal`, in one document or a line each",
    notRead: NOT_READ,
  },
  recognises: ({ head }) => head.some(isExplained),
  async read({ records, path }) {
    const explanations: Json[] = [];
    const bad: OutputWarning[] = [];
    for await (const each of records()) {
      if (explanations.length + bad.length === MOST_LINES) break;
      if ("record" in each) explanations.push(each.record);
      else {
        const at = { path, line: each.bad, column: 1, pointer: "" };
        bad.push({ code: "bad-line", says: each.says, at });
      }
    }
    const [first] = bad;
    if (first) return { kind: "unparsed", says: first.says, fix: "write it again", line: first.at.line };
    return readingOfAll(explanations);
  },
});

/** What `MetricTextExplainer` returned, printed. */
export const aif360Text = defineReader<"text">({
  tool: TOOL,
  form: "text",
  about: {
    versions: ["0.6.1"],
    detectedBy:
      "a line such as `Disparate impact (probability of favorable outcome for unprivileged instances / …): 0.8`",
    notRead: "the counts, which text does not have; other lines",
  },
  recognises: ({ text }) =>
    SENTENCES.some((sentence) => text.startsWith(sentence) || text.includes(`\n${sentence}`)),
  read({ text, path }) {
    const explained: Explained[] = [];
    const lines = text.split("\n", MOST_LINES);
    for (const [index, line] of lines.entries()) {
      const told = toldIn(line.trim());
      const at = { path, line: index + 1, column: 1, pointer: "" };
      if (told !== null) explained.push({ ...told, key: keyOf(told.name), counts: null, at });
      else if (isCutShort(line.trim(), index === lines.length - 1)) {
        const says = `line ${index + 1} ends before its value`;
        return { kind: "unparsed", says, fix: "write what the explainer says, whole", line: index + 1 };
      }
    }
    return readingOf(explained, []);
  },
});

function readingOfAll(explanations: readonly Json[]) {
  const explained: Explained[] = [];
  for (const json of explanations) {
    const one = isExplained(json) ? explainedOf(json) : null;
    if (one === null) {
      const says = "an explanation has no `metric`, or no value at the end of its `message`";
      return {
        kind: "unparsed" as const,
        says,
        fix: "write what the explainer returned",
        line: json.at.line,
        at: json.at,
      };
    }
    explained.push(one);
  }
  return readingOf(explained, []);
}

/** The explainer returns text, which its user may write as it is. */
function explanationsIn(root: Json): readonly Json[] {
  if (isExplained(root)) return [root];
  const inside = root.isList ? [...root.items()] : [...root.entries()].map(([, each]) => each);
  return inside.map((each) => {
    const parsed = each.text()?.startsWith('{"metric"') ? parseLoosely(each.text() ?? "") : null;
    return parsed === null ? each : each.with(parsed.value);
  });
}

import type { Model } from "../inventory/model.ts";
import { decideAt } from "../statistics/decision.ts";
import type { MultilabelSample } from "../statistics/sample.ts";
import type { NumberColumn, TextColumn } from "../tables/table.ts";
import { showClasses, spellingOf } from "./classes.ts";
import { type Frame, numbers, texts } from "./frame.ts";
import type { Unmeasured } from "./result.ts";
import type { SampleRequest } from "./sample-request.ts";
import { unusable } from "./usable.ts";

/** All rows as a sample of several labels each, with a column of 0 and 1 for every label. */
export function multilabelSample(
  frame: Frame,
  { prediction }: Pick<Model, "prediction">,
  { reads, decision }: SampleRequest,
  weight: NumberColumn | null,
): MultilabelSample | Unmeasured {
  const { roles } = frame;
  const labels = [...roles.labels.keys()];
  const threshold = decision !== null && decision !== "column" ? decision.threshold : null;
  const needsScore = reads === "score" || threshold !== null;
  const truth = columnsOf(labels, roles.labels, "labels", (name) => texts(frame, name));
  if ("kind" in truth) return truth;
  const decided = reads === "decision" && decision === "column";
  const said = decided
    ? columnsOf(labels, roles.predictions, "predictions", (name) => texts(frame, name))
    : [];
  if ("kind" in said) return said;
  const scores = needsScore ? columnsOf(labels, roles.scores, "scores", (name) => numbers(frame, name)) : [];
  if ("kind" in scores) return scores;
  const flaw = unusable(frame, [...truth, ...said, ...scores, ...(weight ? [weight] : [])]);
  if (flaw) return flaw;
  const strange = [...truth, ...said].find((column) => !isOfZeroAndOne(column));
  if (strange) return notOfZeroAndOne(strange);

  const lower = prediction.scoreDirection?.value === "lower";
  const oriented = scores.map(({ values }) => (lower ? values.map((value) => -value) : values));
  const made = (at: number) => oriented.map((score) => decideAt(score, lower ? -at : at));
  return {
    task: "multilabel",
    classes: labels,
    truth: truth.map(indicator),
    decision: threshold !== null ? made(threshold) : decided ? said.map(indicator) : null,
    scores: needsScore ? oriented : null,
    weight: weight?.values ?? null,
  };
}

/** A column for every label, or what is in the way. */
function columnsOf<C>(
  labels: readonly string[],
  columns: ReadonlyMap<string, string>,
  role: string,
  find: (column: string) => C | null,
): readonly C[] | Unmeasured {
  const found: C[] = [];
  for (const label of labels) {
    const name = columns.get(label);
    const column = name === undefined ? null : find(name);
    if (!column) return missing(role, label);
    found.push(column);
  }
  return found.length > 0 ? found : missing(role, "LABEL");
}

function missing(role: string, label: string): Unmeasured {
  return {
    kind: "cannot-tell",
    says: `no column of the table plays the role \`${role}\` for ${showClasses([label])}`,
    fix: `add the column, and map it: \`columns: { ${role}: { ${label}: … } }\``,
  };
}

const CELLS: ReadonlySet<string> = new Set(["0", "1"]);

function isOfZeroAndOne({ dictionary }: TextColumn): boolean {
  const spelling = spellingOf(dictionary);
  return dictionary.every((text) => CELLS.has(spelling.spell(text)));
}

function notOfZeroAndOne({ name, dictionary }: TextColumn): Unmeasured {
  return {
    kind: "cannot-tell",
    says: `"${name}" holds ${showClasses(dictionary)}, and says of a label whether a row has it`,
    fix: `write 1 or true in "${name}" where the row has the label, and 0 or false where it has not`,
  };
}

function indicator({ codes, dictionary }: TextColumn): Uint8Array {
  const spelling = spellingOf(dictionary);
  const isOne = Uint8Array.from(dictionary, (text) => (spelling.spell(text) === "1" ? 1 : 0));
  const out = new Uint8Array(codes.length);
  for (let row = 0; row < out.length; row++) out[row] = isOne[codes[row]!]!;
  return out;
}

import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";

export const TOOL = "aif360";

/** One metric, as one of AIF360's explainers tells of it. */
export interface Explained {
  /** As the tool writes it: "Disparate Impact". */
  readonly name: string;
  /** With what the tool writes in brackets, where that is short. */
  readonly label: string;
  /** Lower case, and one name for what both explainers tell of. */
  readonly key: string;
  /** "privileged" or "unprivileged", where it is of one group alone. */
  readonly group: string | null;
  /** Null when it is not defined. */
  readonly value: number | null;
  /** The counts that it rests on, which text leaves out. */
  readonly counts: Json | null;
  readonly at: Place;
}

const VALUE = /^\[?([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?inf|nan)\]?$/;
const LONGEST_LINE = 600;
const OF_GROUP = / on (privileged|unprivileged) instances$/;

const LONGEST_LABEL = 60;

interface Told {
  readonly name: string;
  readonly label: string;
  readonly group: string | null;
  readonly value: number | null;
}

/** An object of `MetricJSONExplainer`. */
export function isExplained(json: Json): boolean {
  return ["metric", "message", "ideal", "description"].every((key) => json.get(key).text() !== null);
}

export function explainedOf(json: Json): Explained | null {
  const name = json.get("metric").text();
  const told = toldIn(json.get("message").text() ?? "");
  return name === null || told === null
    ? null
    : {
        name,
        label: name,
        key: name.toLowerCase(),
        group: told.group,
        value: told.value,
        counts: json,
        at: json.at,
      };
}

/** A sentence of `MetricTextExplainer`: a name, perhaps what it means in brackets, and the value. */
export function toldIn(line: string): Told | null {
  if (line.length > LONGEST_LINE) return null;
  const colon = line.lastIndexOf(": ");
  const [, written] = VALUE.exec(line.slice(colon + 2).trim()) ?? [];
  if (colon < 0 || written === undefined) return null;
  const number = Number(written);
  const [before = ""] = line.slice(0, colon).split(" (", 1);
  const [of = "", group = null] = OF_GROUP.exec(before) ?? [];
  const name = before.slice(0, before.length - of.length).trim();
  const label = colon <= LONGEST_LABEL ? line.slice(0, colon) : name;
  return { name, label, group, value: Number.isFinite(number) ? number : null };
}

/** The explainers have one name for a metric but for this. */
export function keyOf(name: string): string {
  const lower = name.toLowerCase();
  return lower === "classification accuracy" ? "accuracy" : lower;
}

/** How the sentences of the explainer begin that no one else writes. */
export const SENTENCES = [
  "Classification accuracy (ACC): ",
  "Disparate impact (probability of favorable outcome for unprivileged instances / ",
  "Statistical parity difference (probability of favorable outcome for unprivileged instances - ",
  "Mean difference (mean label value on unprivileged instances - ",
  "Average odds difference (average of TPR difference and FPR difference",
  "True positive rate difference (true positive rate on unprivileged instances - ",
  "Error rate (ERR = 1 - ACC): ",
] as const;

const BEGINNINGS = [
  ...[
    "Average absolute odds difference",
    "Average odds difference",
    "Between-group",
    "Classification accuracy",
  ],
  ...["Coefficient of variation", "Consistency", "Disparate impact", "Error rate", "False discovery rate"],
  ...["False negative rate", "False omission rate", "False positive rate", "Generalized entropy index"],
  ...["Mean difference", "Negative predictive value", "Number of", "Positive predictive value"],
  ...["Statistical parity difference", "Theil index", "True negative rate", "True positive rate"],
] as const;

/** Whether a line without a value begins as one with a value does; the last may have been cut off anywhere. */
export function isCutShort(line: string, last: boolean): boolean {
  if (line === "") return false;
  return BEGINNINGS.some((beginning) => line.startsWith(beginning) || (last && beginning.startsWith(line)));
}

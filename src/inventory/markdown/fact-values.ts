import { list, mapping, scalar } from "../../documents/build.ts";
import type { Scalar, Value } from "../../documents/value.ts";
import { AUTONOMY, LIFECYCLES, TIERS } from "../vocabulary.ts";
import type { Fact } from "./facts.ts";
import { type Prose, textValue, trimMarks } from "./prose.ts";
import { numberOf, numberValue, reportedAt } from "./reported.ts";
import { taskIn } from "./task-words.ts";
import { isTemplateText } from "./template.ts";
import type { Token } from "./tokens.ts";

/** A fact's value in the form that its native path wants; null where the words do not plainly give one. */
export function factValue({ path, value }: Fact): Value | null {
  const text = textValue(value, trimMarks(value.tokens));
  if (!text || isTemplateText(wholeText(value))) return null;
  switch (path) {
    case "model.task":
      return taskValue(value, text);
    case "model.id":
    case "model.version":
    case "model.license":
    case "risk.factors.domain":
      return firstPiece(value);
    case "model.lifecycle":
      return oneOf(LIFECYCLES, text);
    case "risk.tier":
      return oneOf(TIERS, text);
    case "risk.factors.autonomy":
      return oneOf(AUTONOMY, text);
    case "risk.factors.people_affected":
      return countValue(text);
    case "risk.factors.sensitive_attributes":
      return attributesValue(value, text);
    case "risk.factors.external_facing":
    case "risk.factors.generative":
    case "risk.factors.tool_use":
    case "risk.factors.regulated":
      return flagValue(text);
    case "validation.next_review":
      return /^\d{4}-\d{2}-\d{2}$/.test(text.raw) ? text : null;
    case "prediction.threshold":
      return thresholdValue(value);
    case "prediction.classes":
      return classesValue(value, text);
    case "model.base_models":
      return list([mapping([["name", text]], text.at)], text.at);
    case "use.out_of_scope":
    case "limitations":
      return list([text], text.at);
    default:
      return text;
  }
}

function wholeText({ text, tokens }: Prose): string {
  return text.slice(tokens[0]!.start, tokens.at(-1)!.end);
}

export function taskValue({ tokens }: Prose, text: Scalar): Scalar | null {
  const task = taskIn(tokens);
  return task ? scalar(task, text.at, text.raw) : null;
}

const PIECE_ENDS = new Set(["(", "·", "|", ",", ";", "—", "–", "•"]);

/** "2.0.0 (see dvc.lock)" is 2.0.0; "MIT (code)" is MIT. */
function firstPiece(value: Prose): Scalar | null {
  const from = value.tokens.findIndex(({ kind }) => kind !== "mark");
  if (from < 0) return null;
  const end = value.tokens.findIndex(({ text }, index) => index > from && PIECE_ENDS.has(text));
  return textValue(value, trimMarks(value.tokens.slice(from, end < 0 ? undefined : end)));
}

function oneOf(words: readonly string[], text: Scalar): Scalar | null {
  const word = text.raw.trim().toLowerCase();
  return words.includes(word) ? scalar(word, text.at, text.raw) : null;
}

/** "12,000"; "about 12,000" is not plainly a number. */
function countValue(text: Scalar): Scalar | null {
  const raw = text.raw.trim();
  return /^(\d{1,3}(,\d{3})+|\d{1,15})$/.test(raw)
    ? scalar(Number(raw.replaceAll(",", "")), text.at, raw)
    : null;
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

function flagValue(text: Scalar): Scalar | null {
  const flag = FLAGS.get(text.raw.trim().toLowerCase());
  return flag === undefined ? null : scalar(flag, text.at, text.raw);
}

/** "sex, age"; "none" is a list without any. */
function attributesValue(value: Prose, text: Scalar): Value {
  if (text.raw.trim().toLowerCase() === "none") return list([], text.at);
  return namesValue(value, text, 1) ?? list([text], text.at);
}

function thresholdValue(value: Prose): Scalar | null {
  const from = value.tokens.findIndex(({ kind }) => kind !== "mark");
  const reported = from < 0 ? null : reportedAt(value, from);
  const sane = reported && !reported.percent && reported.number >= 0 && reported.number <= 1;
  return sane ? reported.value : null;
}

/** "glioma, meningioma, notumor": names without explanations, at least two. */
function classesValue(value: Prose, text: Scalar): Value | null {
  return namesValue(value, text, 2);
}

function namesValue(value: Prose, text: Scalar, least: number): Value | null {
  const parts: Token[][] = [[]];
  for (const token of value.tokens) {
    if (token.text === "," || token.text === "/" || token.text === ";") parts.push([]);
    else parts.at(-1)!.push(token);
  }
  const names = parts.map((tokens) => textValue(value, trimMarks(tokens)));
  const plain = names.filter(
    (name): name is Scalar => name !== null && /^[^\s:()]+( [^\s:()]+)?$/.test(name.raw),
  );
  return plain.length >= least && plain.length === parts.length ? list(plain, text.at) : null;
}

const THRESHOLD_NOISE = new Set(
  "default alternative alternatives compared if below above alert drift iou confidence overlap acceptance".split(
    " ",
  ),
);
const THRESHOLD_LINK = new Set([
  "of",
  "is",
  "was",
  "=",
  ":",
  "at",
  "set",
  "fixed",
  "to",
  "chosen",
  "decision",
  "the",
  "used",
  "in",
  "production",
]);

/** "A decision threshold of 0.35"; null when the sentence speaks of several, or of another kind of threshold. */
export function thresholdIn(sentence: Prose): Scalar | null {
  const { tokens } = sentence;
  if (tokens.some(({ text }) => THRESHOLD_NOISE.has(text))) return null;
  const at = tokens.findIndex(({ text }) => text === "threshold");
  if (at < 0) return null;
  let index = at + 1;
  while (THRESHOLD_LINK.has(tokens[index]?.text ?? "") && index < at + 6) index += 1;
  const token = tokens[index];
  if (token?.kind !== "number" || reportedAt(sentence, index) === null) return null;
  return /^0?\.\d+$/.test(token.text) && numberOf(token) < 1 ? numberValue(sentence, token) : null;
}

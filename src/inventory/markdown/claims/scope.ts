import type { Scalar } from "../../../documents/value.ts";
import type { Section } from "../outline.ts";
import { phrases } from "../phrases.ts";
import { type Prose, part } from "../prose.ts";
import type { SectionKind } from "../section-kind.ts";
import { namesAnother, type Self } from "../self.ts";
import { measuredSplitIn, statedSplitIn } from "../split-value.ts";
import { OTHERS, WISHES } from "../wording.ts";
import { speaksOfTheModel } from "./clause.ts";
import { normal } from "./columns.ts";
import type { Axis, Context } from "./context.ts";

const ACTIVITY =
  /^(\d+ )?(model )?(validation|testing|training|tests?|evaluation|cross validation and testing)$/;
const BY_CLASS =
  /\b(per|by|each) (\w+ )?class(es)?\b|\bclass wise\b|\bclasswise\b|\bper label\b|\bclassification report\b/;
const BY_GROUP =
  /\b(?:by|per|across) (sex|gender|age|race|ethnicity|region|country|language|income|group|subgroup|segment|site|hospital)\b/;

/** The context that a section's headings give, nearest first. */
export function sectionContext(section: Section, kind: SectionKind, self: Self): Context {
  const titles: Prose[] = [];
  for (let at: Section | null = section; at; at = at.parent) if (at.title) titles.push(at.title);
  return {
    self,
    sentences: kind === "open",
    split: first(titles, headingSplit),
    axis: first(titles, axisOf),
    matrix: first(titles, matrixOf),
  };
}

/** The last sentence above a list or a table introduces it; a split may be named in any sentence of the paragraph. */
export function underLead(context: Context, paragraph: Prose): Context | null {
  return withLead(
    { ...context, split: measuredSplitIn(paragraph) ?? context.split },
    lastSentence(paragraph),
  );
}

function lastSentence(prose: Prose): Prose {
  const { tokens } = prose;
  const isStop = (index: number) =>
    tokens[index]!.text === "." && (tokens[index + 1]?.start ?? 0) > tokens[index]!.end;
  for (let index = tokens.length - 2; index >= 0; index -= 1)
    if (isStop(index)) return part(prose, index + 1);
  return prose;
}

const DOUBT = phrases(
  "unverified, never measured, not measured, placeholder, placeholders, hypothetical, illustrative, made up, not real",
);

/** "The numbers below were never measured": what follows claims nothing. */
export function takesBack({ tokens }: Prose): boolean {
  return DOUBT.isAmong(tokens);
}

/** The words right above a list or a table. Null when they make its numbers a wish, a rival's, or those of a part. */
export function withLead(context: Context, lead: Prose): Context | null {
  const { tokens } = lead;
  const announces = tokens.at(-1)?.text === ":" || tokens.length <= 6;
  if (announces && (WISHES.isAmong(tokens) || OTHERS.isAmong(tokens) || namesAnother(context.self, tokens)))
    return null;
  if (announces && narrows(lead, context.self)) return null;
  return {
    ...context,
    split: measuredSplitIn(lead) ?? context.split,
    axis: axisOf(lead) ?? context.axis,
    matrix: matrixOf(lead) ?? context.matrix,
  };
}

function first<T>(titles: readonly Prose[], read: (title: Prose) => T | null): T | null {
  for (const title of titles) {
    const found = read(title);
    if (found) return found;
  }
  return null;
}

/** "Validation" as the name of an activity is no split; "Validation set" is. */
function headingSplit(title: Prose): Scalar | null {
  return ACTIVITY.test(normal(title)) || /\bdata\b/.test(normal(title)) ? null : statedSplitIn(title);
}

function axisOf(prose: Prose): Axis | null {
  const text = normal(prose);
  if (BY_CLASS.test(text)) return { by: "class" };
  const group = BY_GROUP.exec(text)?.[1];
  return group ? { by: "slice", attribute: group } : null;
}

function matrixOf(prose: Prose): Context["matrix"] {
  const text = normal(prose);
  if (!/\bconfusion\b/.test(text)) return null;
  return /\brows?( are| is)? (the )?predict/.test(text) ? "rows are predicted" : "rows are actual";
}

const PARTS = /^(for|among|amongst|within|where|when|per|if)$/;

/** "For applicants under 25:", or a short label such as "workclass", narrows what stands below it. */
function narrows(lead: Prose, self: Self): boolean {
  const { tokens } = lead;
  if (axisOf(lead)) return false;
  if (tokens.at(-1)?.text !== ":" && !speaksOfTheModel(lead, 0, tokens.length, self)) return true;
  const part = tokens.findIndex(({ text }) => PARTS.test(text));
  return part >= 0 && !speaksOfTheModel(lead, part + 1, tokens.length, self);
}

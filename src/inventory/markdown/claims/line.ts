import { type ClaimFields, claimOf } from "../claim-entry.ts";
import { metricLabel } from "../label.ts";
import { type Prose, part } from "../prose.ts";
import { beginsPhrase, isPlausible, reportedAt } from "../reported.ts";
import type { Token } from "../tokens.ts";
import { OTHERS, WISHES } from "../wording.ts";
import { type Context, inContext } from "./context.ts";
import { sentenceClaims } from "./sentence.ts";
import { withoutAsides } from "./sentences.ts";
import { readTail } from "./tail.ts";

const SEPARATORS = new Set([":", "=", "—", "–", "-", "≈", "~"]);
const BEFORE_NUMBER = new Set([
  ":",
  "=",
  "~",
  "≈",
  "*",
  "|",
  "—",
  "–",
  "about",
  "approximately",
  "around",
  "roughly",
  "ca",
  ".",
]);
const LINE_SEPARATORS = new Set(["|", ";", "·", "•"]);
const SEPARATORS_TRIED = 3;

/**
 * The claims of a list item or of one line of output: "Accuracy: 0.93", "**Recall (fraud)** — 71.2 %",
 * several divided by bars; else whatever its sentences claim.
 */
export function* lineClaims(line: Prose, context: Context): Generator<ClaimFields> {
  for (const piece of piecesOf(line)) {
    const claim = keyedClaim(withoutAsides(piece));
    if (claim) yield inContext(claim.fields, context);
    if (context.sentences) yield* sentenceClaims(claim?.rest ?? piece, context);
  }
}

function piecesOf(line: Prose): Prose[] {
  const pieces: Prose[] = [];
  let first = 0;
  line.tokens.forEach((token, index) => {
    if (!LINE_SEPARATORS.has(token.text)) return;
    pieces.push(part(line, first, index));
    first = index + 1;
  });
  pieces.push(part(line, first));
  return pieces.filter((piece) => piece.tokens.length > 0);
}

/** A metric's label, a separator, a number, and nothing behind that would make it a wish or a bound. */
function keyedClaim(piece: Prose): { fields: ClaimFields; rest: Prose } | null {
  for (const key of keyEnds(piece.tokens)) {
    const label = metricLabel(part(piece, 0, key));
    if (!label) continue;
    const reported = reportedAt(piece, numberAfter(piece.tokens, key));
    if (!reported) continue;
    if (!isPlausible(label.metric.kind, reported, label.percent)) return null;
    const tail = readTail(piece, reported.next, label.metric.name);
    if (!tail || beginsPhrase(label.metric.kind, reported, piece.tokens)) return null;
    const behind = piece.tokens.slice(reported.next);
    if (WISHES.isAmong(behind) || OTHERS.isAmong(behind)) return null;
    const fields = claimOf(label, reported);
    return {
      fields: {
        ...fields,
        split: fields.split ?? tail.split,
        threshold: fields.threshold ?? tail.threshold,
        class: fields.class ?? tail.class,
        dataset: tail.dataset,
        n: fields.n ?? tail.n,
      },
      rest: part(piece, tail.compares ? piece.tokens.length : tail.next),
    };
  }
  return null;
}

/** Where a key may end: at one of the first separators, or right before the first number. */
function keyEnds(tokens: readonly Token[]): number[] {
  const ends = tokens.flatMap((token, index) => (SEPARATORS.has(token.text) && index > 0 ? [index] : []));
  const number = tokens.findIndex((token) => token.kind === "number");
  return [...ends.slice(0, SEPARATORS_TRIED), ...(number > 0 ? [number] : [])];
}

function numberAfter(tokens: readonly Token[], key: number): number {
  let index = key;
  while (BEFORE_NUMBER.has(tokens[index]?.text ?? "")) index += 1;
  return index;
}

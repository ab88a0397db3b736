import type { Place } from "../../documents/place.ts";
import { meaningOf, phraseOf, slicePart } from "../../measurement/describe.ts";
import { counted } from "../../measurement/number-format.ts";
import type { Consistency } from "../../measurement/together/consistent.ts";
import type { SameRows } from "../../measurement/together/group.ts";
import type { OfSlices } from "../../measurement/together/slices.ts";
import type { StatedNumber } from "../../measurement/together/stated-number.ts";
import type { Finding } from "../../statistics/consistency/finding.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

const FIX = "correct the number that was mistyped, or say of which rows, threshold or average it is";

/** Sets of numbers that no data can give, the smallest first; a number that one of them names is in no further one. */
export function brokenIn({ rows, findings, numberOf }: Consistency): Verdict[] {
  const named = new Set<StatedNumber>();
  return smallestFirst(findings.filter(({ kind }) => kind === "impossible")).flatMap(({ about, because }) => {
    const numbers = about.flatMap((one) => numberOf.get(one) ?? []);
    if (areProven(numbers) || numbers.some((one) => named.has(one))) return [];
    for (const one of numbers) named.add(one);
    return [broken(numbers, `no data can give what is reported${ofRows(rows)}: ${because}`)];
  });
}

export function brokenOverall({
  overall,
  attribute,
  slices,
  finding: { kind, because },
}: OfSlices): Verdict[] {
  const numbers = [overall, ...slices];
  if (kind !== "impossible" || areProven(numbers)) return [];
  const says = `${phraseOf(overall.binding)} is reported as ${overall.binding.claim.raw}, beside its groups by ${attribute}: ${because}`;
  return [broken(numbers, says)];
}

/** Two numbers for one thing are of different rows or decisions, and the card does not say which: no law binds them. */
export function givenTwice(groups: readonly Consistency[]): Verdict[] {
  const pairs = groups.flatMap(({ twice, numberOf }) =>
    twice.map(({ about }) => inOrder(about.flatMap((one) => numberOf.get(one) ?? []))),
  );
  const [one, other] = pairs[0] ?? [];
  if (!one || !other) return [];
  const more = pairs.length === 1 ? "" : ` (and ${counted(pairs.length - 1, "such pair")} more)`;
  const both = `${phraseOf(one.binding)} is reported as ${one.binding.claim.raw} and as ${other.binding.claim.raw}${more}`;
  return [
    notApplicable(`${both}: what sets the two apart is not said, so neither is held against other numbers`),
  ];
}

export function unanswered({ rows, findings, numberOf, isUnanswered }: Consistency): Verdict[] {
  const open = findings.find(({ kind, about }) => kind === "cannot-tell" && about.length > 1);
  const [first] = inOrder([...numberOf.values()]);
  if (!isUnanswered || !open || !first) return [];
  const about = `together|${rows.split ?? ""}|${slicePart(rows.slice)}`;
  const says = `whether the numbers${ofRows(rows)} can all be true is not known: ${open.because}`;
  const needs = "give the support of each class, or report fewer numbers of the same rows";
  return [cannotTell({ about, at: first.binding.claim.at, says, needs })];
}

/** What was checked and holds. */
export function holding(groups: readonly Consistency[], overalls: readonly OfSlices[]): Verdict[] {
  const matrices = groups.flatMap((group) =>
    group.findings.flatMap((one) => (one.kind === "possible" && one.example ? [{ group, one }] : [])),
  );
  const bound = groups.flatMap(({ findings }) => {
    const all = findings.flatMap(({ kind, about }) => (kind === "possible" ? about : []));
    const accused = new Set(findings.flatMap(({ kind, about }) => (kind === "impossible" ? about : [])));
    const kept = new Set(all.filter((one) => !accused.has(one)));
    return kept.size === 0 || findings.some((one) => one.kind === "possible" && one.example)
      ? []
      : [kept.size];
  });
  const said: string[] = [];
  const [only, another] = matrices;
  if (only && !another) {
    const { rows, facts } = only.group;
    said.push(
      `${counted(only.one.about.length, "number")}${ofRows(rows)} can come from one confusion matrix of ${counted(facts.n ?? 0, "row")}`,
    );
  } else if (only) {
    said.push(
      `${total(matrices.map(({ one }) => one.about.length))} numbers can come from ${matrices.length} confusion matrices, one for each set of rows`,
    );
  }
  if (bound.length > 0) said.push(`no known law speaks against ${counted(total(bound), "number")}`);
  const combined = overalls.filter(({ finding: { kind } }) => kind === "possible").length;
  if (combined > 0) said.push(`${counted(combined, "overall number")} can come of the groups' numbers`);
  return said.map((checked) => fine({ checked }));
}

function broken(numbers: readonly StatedNumber[], says: string): Verdict {
  const places = inOrder(numbers).map(({ binding }) => binding.claim.at);
  const at = places.pop()!;
  const about = numbers
    .map(({ binding }) => meaningOf(binding))
    .sort()
    .join(" ");
  return finding({ about, at, also: places, says, fix: FIX });
}

/** The predictions give all of them, so something can. */
function areProven(numbers: readonly StatedNumber[]): boolean {
  return numbers.every(({ isReproduced }) => isReproduced);
}

function smallestFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.about.length - b.about.length);
}

function inOrder(numbers: readonly StatedNumber[]): StatedNumber[] {
  return [...numbers].sort((a, b) => ranked(a.binding.claim.at, b.binding.claim.at));
}

function ranked(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

function ofRows({ split, slice }: SameRows): string {
  const parts = [split, slicePart(slice)].filter((part) => part !== null && part !== "");
  return parts.length > 0 ? ` on ${parts.join(", ")}` : "";
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

import type { Severity } from "../../policy/severity.ts";
import type { FindingReport } from "../report.ts";

/** Who answers for a model's open findings and by when, where that is the same for all of one severity. */
export interface SharedTerms {
  readonly owner: string | null;
  readonly dates: ReadonlyMap<Severity, Pick<FindingReport, "due" | "escalateTo">>;
}

/** Null when there are fewer than two open findings, or when they differ: then each says its own. */
export function sharedTerms(findings: readonly FindingReport[]): SharedTerms | null {
  const open = findings.filter(({ disposition }) => disposition === "open");
  const [first] = open;
  if (first === undefined || open.length < 2) return null;
  const dates = new Map(open.map(({ severity, due, escalateTo }) => [severity, { due, escalateTo }]));
  const alike = open.every(({ owner, severity, due, escalateTo }) => {
    const known = dates.get(severity);
    return owner === first.owner && due === known?.due && escalateTo === known.escalateTo;
  });
  return alike ? { owner: first.owner, dates } : null;
}

/** `owner Credit Risk ML`, `high due 2026-12-23, escalates to head of model risk`. Escape them. */
export function sharedTermWords({ owner, dates }: SharedTerms): readonly string[] {
  const perSeverity = [...dates].flatMap(([severity, { due, escalateTo }]) => {
    const words = [
      due === null ? null : `due ${due}`,
      escalateTo === null ? null : `escalates to ${escalateTo}`,
    ];
    const said = words.filter((word) => word !== null).join(", ");
    return said === "" ? [] : [`${severity} ${said}`];
  });
  return [...(owner === null ? [] : [`owner ${owner}`]), ...perSeverity];
}

/** What a finding has to say for itself beside what its model shares. Escape them. */
export function ownTermWords(finding: FindingReport, shared: SharedTerms | null): readonly string[] {
  const { exception, owner, due, escalateTo, disposition } = finding;
  const words = [exception === null ? null : `exception ${exception}`];
  if (shared === null || disposition !== "open") {
    words.push(
      owner === null ? null : `owner ${owner}`,
      due === null ? null : `due ${due}`,
      escalateTo === null ? null : `escalates to ${escalateTo}`,
    );
  }
  return words.filter((word) => word !== null);
}

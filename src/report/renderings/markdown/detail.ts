/** How much the Markdown says beside the recommendation and what holds it. */
export interface Detail {
  readonly measurements: boolean;
  /** Checks and evidence. */
  readonly checks: boolean;
  /** The models to approve, each in a section of its own. */
  readonly approved: boolean;
  readonly fineClaims: boolean;
  readonly why: boolean;
  /** Findings of severity low and info; those in between; those that hold. */
  readonly minor: Telling;
  readonly other: Telling;
  readonly holding: Exclude<Telling, "count">;
  readonly claims: boolean;
  readonly questions: boolean;
  /** Longest text of a finding, in UTF-16 units. */
  readonly text: number;
}

/** With its fix, as one line, by rule and line number alone, or only counted. */
export type Telling = "full" | "line" | "place" | "count";

const EVERYTHING: Detail = {
  measurements: true,
  checks: true,
  approved: true,
  fineClaims: true,
  why: true,
  minor: "full",
  other: "full",
  holding: "full",
  claims: true,
  questions: true,
  text: 1_000,
};

const STEPS: readonly Partial<Detail>[] = [
  { measurements: false },
  { checks: false },
  { fineClaims: false },
  { approved: false },
  { minor: "line" },
  { why: false },
  { minor: "count" },
  { other: "line", text: 400 },
  { other: "place" },
  { questions: false },
  { claims: false, text: 200 },
  { holding: "line", text: 120 },
  { other: "count" },
  { holding: "place" },
];

/** From everything to the places alone of what holds; each step says less than the one before. */
export const LADDER: readonly Detail[] = [EVERYTHING, ...STEPS.map((_, step) => rung(step))];

/** Enough for one line for each finding that holds, and for nothing else. */
export const LAST_RUNG: Detail = { ...rung(STEPS.length - 1), holding: "line" };

function rung(step: number): Detail {
  let detail = EVERYTHING;
  for (const next of STEPS.slice(0, step + 1)) detail = { ...detail, ...next };
  return detail;
}

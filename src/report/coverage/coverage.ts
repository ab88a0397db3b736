import type { Lifecycle, Tier } from "../../inventory/vocabulary.ts";
import type { Report } from "../report.ts";
import type { Control, Framework } from "./catalogue.ts";
import type { FrameworkId } from "./frameworks.ts";
import type { RuleCoverage } from "./rule-coverage.ts";

export const COVERAGE_SCHEMA = "effective-challenge/coverage/v1";

/** From worst to best; an item is what the worst of its controls is, and a control what the worst of its rules is. */
export const STATES = ["not-met", "cannot-tell", "not-automated", "met"] as const;

export type CoverageState = (typeof STATES)[number];

/** What one run checked of the items of a framework. It holds no verdict on the framework as a whole. */
export interface Coverage {
  readonly schema: typeof COVERAGE_SCHEMA;
  readonly tool: Report["tool"];
  readonly asOf: string;
  readonly commit: Report["commit"];
  readonly policy: Report["policy"];
  readonly stage: Report["stage"];
  readonly framework: {
    readonly id: FrameworkId;
    readonly name: string;
    readonly edition: string;
    readonly note: string;
    readonly sources: Framework["sources"];
    /** Items that a control of ours belongs to. */
    readonly reached: number;
    /** Items that it has in all; null where it does not number them. */
    readonly total: number | null;
  };
  readonly models: readonly ModelCoverage[];
}

export interface ModelCoverage {
  readonly id: string;
  readonly version: string | null;
  readonly path: string;
  readonly tier: Tier;
  readonly stage: Lifecycle;
  readonly inScope: boolean;
  readonly counts: Counts;
  /** In the order of the framework. */
  readonly items: readonly ItemCoverage[];
}

export type Counts = Readonly<Record<CoverageState, number>>;

export interface ItemCoverage {
  readonly id: string;
  readonly title: string;
  readonly state: CoverageState;
  /** Not met, and all that is wrong has been accepted. */
  readonly accepted: boolean;
  readonly controls: readonly ControlCoverage[];
}

export interface ControlCoverage {
  readonly id: string;
  readonly statement: string;
  readonly verified: Control["verified"];
  readonly state: CoverageState;
  readonly accepted: boolean;
  readonly rules: readonly RuleCoverage[];
}

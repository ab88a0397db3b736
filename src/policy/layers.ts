import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import { below, lineOf } from "./leaves.ts";
import type { PolicyFile, RuleSetting } from "./policy.ts";

/** Where a value was written: a line of a file; a line of 0 for what no file says. */
export interface Origin {
  readonly path: string;
  readonly line: number;
}

/** A value's place in a file, by the keys below a pointer. Its line is looked for when someone asks. */
export interface Spot {
  readonly file: PolicyFile;
  readonly above: string;
  readonly keys: readonly string[];
}

export interface Layer {
  /** Where the layer's settings of rules are, by id. */
  readonly pointer: string;
  readonly setting: RuleSetting;
}

/** Stages in the order in which a model passes them; a retired one has left the road. */
const PASSED: readonly Lifecycle[] = ["development", "staging", "production"];

/** What one file says of a rule for a tier and stage, the later layer over the earlier. */
export function layersOf(file: PolicyFile, tier: Tier, stage: Lifecycle, rule: string): readonly Layer[] {
  const { rules, stages } = file.tiers[tier];
  const places = [
    { pointer: "/custom_rules", settings: file.ownRules },
    { pointer: "/rules", settings: file.rules },
    { pointer: `/tiers/${tier}/rules`, settings: rules },
    ...reached(stage).map((name) => ({
      pointer: `/tiers/${tier}/stages/${name}/rules`,
      settings: stages.get(name),
    })),
  ];
  return places.flatMap(({ pointer, settings }) => {
    const setting = settings?.get(rule);
    return setting ? [{ pointer, setting }] : [];
  });
}

export function originAt({ file, above, keys }: Spot): Origin {
  return originOf(file, keys.reduce(below, above));
}

/** Where what a pointer leads to is written. */
export function originOf(file: PolicyFile, pointer: string): Origin {
  return { path: file.path, line: lineOf(file.leaves, pointer) ?? 0 };
}

function reached(stage: Lifecycle): readonly Lifecycle[] {
  return stage === "retired" ? [stage] : PASSED.filter((name) => progress(name) <= progress(stage));
}

/** Stages ahead are not due. A retired model has left the road, so what staging or production ask is not for it. */
export function isDue(due: Lifecycle, stage: Lifecycle): boolean {
  if (due === "development" || due === stage) return true;
  return due !== "retired" && progress(stage) >= progress(due);
}

/** How far along; -1 off the road. */
export function progress(stage: Lifecycle): number {
  return PASSED.indexOf(stage);
}

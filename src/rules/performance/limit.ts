import type { Dossier } from "../../case/dossier.ts";
import type { Requirement } from "../../inventory/model.ts";
import type { Task } from "../../inventory/vocabulary.ts";
import { bindAsk } from "../../measurement/ask.ts";
import type { Binding } from "../../measurement/bind.ts";
import { phraseOf } from "../../measurement/describe.ts";
import { droppedRequirements } from "../dropped-requirements.ts";

/** A limit as a policy writes it. */
export interface Threshold {
  readonly metric: string;
  readonly task?: Task;
  readonly split?: string;
  readonly average?: "macro" | "micro" | "weighted";
  readonly at_least?: number;
  readonly at_most?: number;
}

export interface LimitSettings {
  readonly confidence: number;
  readonly split: string;
  readonly thresholds: readonly Threshold[];
}

/** A limit that the model's metric has to keep, bound to the rows that tell. */
export interface Limit {
  /** "policy", or the requirement's id. */
  readonly id: string;
  /** The limit and where it comes from, for a reader. */
  readonly phrase: string;
  readonly binding: Binding;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/**
 * Every limit of the policy that is for the model's task, those of the card's own requirements, and those that the base's
 * card sets and this one no longer does: a change is judged by what was required before it, too.
 */
export function limitsOf(after: Dossier, before: Dossier | null, settings: LimitSettings): Limit[] {
  const { task, requirements } = after.model;
  const due = settings.thresholds.filter((one) => one.task === undefined || one.task === task?.value);
  return [
    ...due.map((threshold) => fromPolicy(threshold, after, settings)),
    ...requirements.flatMap((requirement, index) => fromCard(requirement, index, after, settings) ?? []),
    ...droppedRequirements(before, after).flatMap((requirement, index) => {
      const { at } = after.model.id;
      return fromCard({ ...requirement, at }, index, after, settings, " of the base") ?? [];
    }),
  ];
}

function fromPolicy(threshold: Threshold, after: Dossier, { split, confidence }: LimitSettings): Limit {
  const { metric, average = null, at_least = null, at_most = null } = threshold;
  const where = { split: threshold.split ?? split, slice: {}, at: after.model.id.at };
  const ask = { metric, average, threshold: null, confidence: twoSided(confidence), ...where };
  return limit("policy", "the policy's limit", bindAsk(ask, after), at_least, at_most);
}

function fromCard(
  { id, metric, split, slice, at, atLeast, atMost }: Requirement,
  index: number,
  after: Dossier,
  settings: LimitSettings,
  origin = "",
): Limit | null {
  if (!metric) return null;
  const where = { split: split?.value ?? settings.split, slice, at };
  const confidence = twoSided(settings.confidence);
  const binding = bindAsk(
    { metric: metric.value, average: null, threshold: null, confidence, ...where },
    after,
  );
  const name = `${id?.value ?? `requirement ${index + 1}`}${origin}`;
  const source = id ? `requirement ${name}` : name;
  return limit(name, source, binding, atLeast?.value ?? null, atMost?.value ?? null);
}

/** An interval with 5 % beyond each end keeps a one-sided limit with 95 %. */
function twoSided(oneSided: number): number {
  return 2 * oneSided - 1;
}

function limit(
  id: string,
  source: string,
  binding: Binding,
  atLeast: number | null,
  atMost: number | null,
): Limit {
  const bounds = [atLeast !== null ? `at least ${atLeast}` : "", atMost !== null ? `at most ${atMost}` : ""];
  const bound = bounds.filter(Boolean).join(" and ") || "without a limit";
  return { id, phrase: `${source}: ${phraseOf(binding)} ${bound}`, binding, atLeast, atMost };
}

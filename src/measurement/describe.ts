import type { Claim } from "../inventory/claim.ts";
import type { Binding } from "./bind.ts";
import type { Slice } from "./need.ts";

/** `recall|test|sex=female|0.35`: what a claim means, the same wherever it stands in the card. */
export function meaningOf(binding: Binding): string {
  const { claim } = binding;
  const metric = binding.kind === "bound" ? binding.metric.name : claim.metric.value;
  const split = binding.kind === "bound" ? binding.table.split : (claim.split?.value ?? null);
  return [metric, split ?? "", slicePart(claim.slice), ...settings(claim)].join("|");
}

export function slicePart(slice: Slice): string {
  const names = Object.keys(slice).sort();
  return names.map((name) => `${name}=${slice[name]}`).join(",");
}

/** A threshold and an average speak for themselves; the others are named. */
function settings(claim: Claim): string[] {
  return Object.entries(meaningParameters(claim)).map(([name, value]) =>
    name === "threshold" || name === "average" ? String(value) : `${name}=${value}`,
  );
}

/** `recall on test, sex=female, at 0.35`: the same for a reader. */
export function phraseOf(binding: Binding): string {
  const { claim } = binding;
  const metric = binding.kind === "bound" ? binding.metric.name : claim.metric.value;
  const split = claim.split?.value ?? (binding.kind === "bound" ? binding.table.split : null);
  const parts = [split === null ? metric : `${metric} on ${split}`];
  const slice = slicePart(claim.slice);
  if (slice !== "") parts.push(slice);
  if (claim.average !== null) parts.push(`${claim.average} average`);
  if (claim.class !== null) parts.push(`class ${claim.class}`);
  if (claim.actual !== null) parts.push(`actual ${claim.actual}, predicted ${claim.predicted}`);
  if (claim.k !== null) parts.push(`k = ${claim.k}`);
  if (claim.threshold) parts.push(`at ${claim.threshold.raw}`);
  return parts.join(", ");
}

/** The settings that a claim gives, by name. */
export function meaningParameters(claim: Claim): Readonly<Record<string, string | number>> {
  const { threshold, average, actual, predicted, k, beta } = claim;
  const given = {
    threshold: threshold?.value ?? null,
    average,
    class: claim.class,
    actual,
    predicted,
    k,
    beta,
  };
  const stated = Object.entries(given).filter(
    (entry): entry is [string, string | number] => entry[1] !== null,
  );
  return Object.fromEntries(stated);
}

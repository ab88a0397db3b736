import type { Binding } from "./bind.ts";
import type { Slice } from "./need.ts";
import { PARAMETERS } from "./parameters.ts";

/** `recall|test|sex=female|0.35`: what a claim means, the same wherever it stands in the card. */
export function meaningOf(binding: Binding): string {
  const metric = binding.kind === "bound" ? binding.metric.name : binding.claim.metric.value;
  return meaningAs(metric, settingsOf(binding), binding);
}

/** The same when the metric and its settings are known from elsewhere than the binding. */
export function meaningAs(metric: string, settings: Settings, binding: Binding): string {
  const { claim } = binding;
  const split = binding.kind === "bound" ? binding.table.split : (claim.split?.value ?? null);
  return [metric, split ?? "", slicePart(claim.slice), ...settingsPart(settings)].join("|");
}

export function slicePart(slice: Slice): string {
  const names = Object.keys(slice).sort();
  return names.map((name) => `${name}=${slice[name]}`).join(",");
}

/** A threshold and an average speak for themselves; the others are named. */
function settingsPart(settings: Settings): string[] {
  return SETTINGS.flatMap((name) => {
    const value = settings[name];
    if (value === undefined) return [];
    return name === "threshold" || name === "average" ? String(value) : `${name}=${value}`;
  });
}

/** `recall on test, sex=female, at 0.35`: the same for a reader. */
export function phraseOf(binding: Binding): string {
  const { claim } = binding;
  const metric = binding.kind === "bound" ? binding.metric.name : claim.metric.value;
  const split = claim.split?.value ?? (binding.kind === "bound" ? binding.table.split : null);
  const parts = [split === null ? metric : `${metric} on ${split}`];
  const slice = slicePart(claim.slice);
  if (slice !== "") parts.push(slice);
  const settings = settingsOf(binding);
  for (const name of [...PARAMETERS, "weighted"] as const) {
    const value = settings[name];
    if (value !== undefined) parts.push(...worded(name, value, settings));
  }
  if (settings.threshold !== undefined) parts.push(`at ${claim.threshold?.raw ?? settings.threshold}`);
  return parts.join(", ");
}

function worded(
  name: (typeof PARAMETERS)[number] | "weighted",
  value: string | number,
  { predicted }: Settings,
): string[] {
  switch (name) {
    case "average":
      return [`${value} average`];
    case "class":
      return [`class ${value}`];
    case "actual":
      return [`actual ${value}, predicted ${predicted}`];
    case "predicted":
      return [];
    case "k":
    case "beta":
    case "depth":
    case "alpha":
      return [`${name} = ${value}`];
    case "weighted":
      return ["weighted rows"];
  }
}

export type Settings = Readonly<Partial<Record<(typeof SETTINGS)[number], string | number>>>;

const SETTINGS = ["threshold", ...PARAMETERS, "weighted"] as const;

/** The settings that a claim gives, by name: in fields of its own, or in its metric's name (`f1_macro`, `recall@0.35`). */
export function settingsOf(binding: Binding): Settings {
  const { claim } = binding;
  const given: Partial<Record<(typeof SETTINGS)[number], string | number | null>> = {
    ...(binding.kind === "bound"
      ? { threshold: binding.threshold, ...binding.need.parameters }
      : { ...claim, threshold: claim.threshold?.value ?? null }),
    weighted: claim.weighted ? "yes" : null,
  };
  return Object.fromEntries(
    SETTINGS.flatMap((name) => (given[name] == null ? [] : [[name, given[name]] as const])),
  );
}

import { LIFECYCLES, type Lifecycle, type Tier } from "../inventory/vocabulary.ts";
import { type AnyRule, defaultsOf } from "../rules/rule.ts";
import { type Layer, layersOf, type Origin, originAt, type Spot } from "./layers.ts";
import type { Policy, PolicyFile } from "./policy.ts";
import { SEVERITIES, type Severity } from "./severity.ts";
import { isRecord, type Say, strictest } from "./stricter.ts";

/** A value in force, and every place that says it; none for a rule's own default. */
export interface Settled<T, At = Origin> {
  readonly value: T;
  readonly from: readonly At[];
}

/** How one rule applies to models of a tier at a stage. */
export interface SettledRule<At = Origin> {
  readonly severity: Settled<Severity | "off", At>;
  readonly due: Settled<Lifecycle, At>;
  readonly parameters: Readonly<Record<string, Settled<unknown, At>>>;
}

/** The same with all that was said of it, by places whose lines nobody has looked for. */
export interface Settlement extends SettledRule<Spot> {
  readonly said: readonly SaidSetting[];
}

interface SaidSetting {
  readonly key: string;
  readonly value: unknown;
  readonly at: Spot | null;
  /** What holds in its place. */
  readonly holds: unknown;
}

/** The same with the lines, and what changes nothing. */
export interface PlacedRule extends SettledRule {
  /** What a file asks and another asks more of. */
  readonly withoutEffect: readonly { readonly key: string; readonly value: unknown; readonly at: Origin }[];
}

/** What one file says of a rule once its own layers are laid over one another. */
interface Spoken {
  readonly severity: Said<Severity | "off"> | null;
  readonly due: Said<Lifecycle> | null;
  readonly parameters: ReadonlyMap<string, Said<unknown>>;
}

type Said<T> = { readonly value: T; readonly at: Spot | null };

const DEFAULT_SEVERITY: Severity = "medium";
const MILDEST_FIRST = ["off", ...[...SEVERITIES].reverse()];
const LATEST_FIRST = [...LIFECYCLES].reverse();

/**
 * The setting of a rule in a policy. Within one file the later layer wins, key by key; between files the stricter. A
 * file that gives a severity stands for the rule's defaults too; one that gives only `due` or parameters adds those;
 * `off` says nothing where another file speaks.
 */
export function settle(policy: Policy, tier: Tier, stage: Lifecycle, rule: AnyRule): Settlement {
  const all = policy.files.map((file) => spokenIn(file, layersOf(file, tier, stage, rule.id), rule.id));
  const speaking = all.filter(({ severity }) => severity?.value !== "off");
  const heard = speaking.length > 0 ? speaking : all;
  const severities = all.flatMap(({ severity }) => severity ?? []);
  const severity = chosen({ later: MILDEST_FIRST }, severities, DEFAULT_SEVERITY);
  const dues = heard.flatMap(
    ({ due, severity }) => due ?? (severity ? [unwritten<Lifecycle>("development")] : []),
  );
  const due = chosen({ later: LATEST_FIRST }, dues, "development");
  const defaults = defaultsOf(rule);
  const parameters: Record<string, Settled<unknown, Spot>> = {};
  const said: SaidSetting[] = [
    ...severities.map((one) => ({ key: "severity", ...one, holds: severity.value })),
    ...dues.map((one) => ({ key: "due", ...one, holds: due.value })),
  ];
  for (const [name, schema] of Object.entries(rule.parameters)) {
    const says = heard.flatMap(
      ({ parameters, severity }) => parameters.get(name) ?? (severity ? [unwritten(defaults[name])] : []),
    );
    const settled = chosen(schema.stricter, says, defaults[name]);
    parameters[name] = settled;
    for (const one of says) said.push({ key: `parameters.${name}`, ...one, holds: settled.value });
  }
  return { severity, due, parameters, said };
}

/** The setting with its lines. */
export function placedRule({ severity, due, parameters, said }: Settlement): PlacedRule {
  return {
    severity: placed(severity),
    due: placed(due),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, placed(one)])),
    withoutEffect: said.flatMap(({ key, value, at, holds }) =>
      at === null || isWithin(value, holds) ? [] : [{ key, value, at: originAt(at) }],
    ),
  };
}

export function placed<T>({ value, from }: Settled<T, Spot>): Settled<T> {
  return { value, from: from.map(originAt) };
}

function spokenIn(file: PolicyFile, layers: readonly Layer[], rule: string): Spoken {
  let severity: Spoken["severity"] = null;
  let due: Spoken["due"] = null;
  const parameters = new Map<string, Said<unknown>>();
  for (const { pointer: above, setting } of layers) {
    const at = (...keys: readonly string[]): Spot => ({ file, above, keys: [rule, ...keys] });
    if (setting.severity !== undefined) severity = { value: setting.severity, at: at("severity") };
    if (setting.due !== undefined) due = { value: setting.due, at: at("due") };
    for (const [name, value] of Object.entries(setting.parameters ?? {}))
      parameters.set(name, { value, at: at("parameters", name) });
  }
  return { severity, due, parameters };
}

function unwritten<T>(value: T): Said<T> {
  return { value, at: null };
}

function chosen<T>(
  direction: Parameters<typeof strictest>[0],
  said: readonly Said<T>[],
  otherwise: T,
): Settled<T, Spot> {
  if (said.length === 0) return { value: otherwise, from: [] };
  const says: readonly Say<Spot | null>[] = said.map(({ value, at }) => ({ value, by: at }));
  const { value, by } = strictest(direction, says);
  return { value: value as T, from: by.filter((at) => at !== null) };
}

/** Whether a value is what holds, or a part of the list that does. */
function isWithin(value: unknown, holds: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(holds))
    return value.every((item) => holds.some((held) => isPart(item, held)));
  return isAlike(value, holds);
}

/** Each field of an item holds, whatever another file adds to it. */
function isPart(item: unknown, held: unknown): boolean {
  if (!isRecord(item) || !isRecord(held)) return isAlike(item, held);
  return Object.entries(item).every(([name, value]) => isAlike(value, held[name]));
}

function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

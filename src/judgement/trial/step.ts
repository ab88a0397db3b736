import type { Plain } from "../../documents/plain.ts";
import { pointerKeys } from "../../documents/pointer.ts";
import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";
import { SEVERITIES } from "../../policy/severity.ts";
import type { AnyRule } from "../../rules/rule.ts";

/** Another value in place of a written one; `null` leaves it out. */
export type Step = Plain;

type Schema = Readonly<Record<string, unknown>>;

/** The values one step away from a written one: a number a little more and less, a word's neighbours, a list without the item. */
export function stepsFrom(
  value: Plain,
  raw: string,
  pointer: string,
  rules: readonly AnyRule[],
): readonly Step[] {
  const keys = pointerKeys(pointer);
  const key = keys.at(-1) ?? "";
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return numbersBeside(value, raw, schemaAt(keys, rules));
  if (typeof value !== "string" || /^\d+$/.test(key)) return [null];
  const scale = SCALES.find((words) => words.includes(value) && isOnScale(keys));
  if (scale) return neighbours(value, scale);
  return [`${value} or another`];
}

/** What stands at these keys is one of some words in order, and not free text. */
function isOnScale(keys: readonly string[]): boolean {
  const [key, above] = [keys.at(-1), keys.at(-2)];
  return (
    key === "severity" || key === "due" || key === "tier" || key === "undeclared" || above === "blocking"
  );
}

const SCALES: readonly (readonly string[])[] = [[...SEVERITIES, "off"], LIFECYCLES, TIERS];

function neighbours(word: string, scale: readonly string[]): string[] {
  const index = scale.indexOf(word);
  return [scale[index - 1], scale[index + 1]].filter((other) => other !== undefined);
}

function numbersBeside(value: number, raw: string, schema: Schema | null): number[] {
  const decimals = /\.(\d+)$/.exec(raw)?.[1]?.length ?? 0;
  const isWhole = schema === null || schema["type"] === "integer";
  const step = isWhole ? 1 : 10 ** -(decimals + 1);
  const beside = [value - step, value + step].map((one) => Number(one.toFixed(12)));
  return beside.filter((one) => isAllowed(one, schema ?? { minimum: 0 }));
}

function isAllowed(value: number, schema: Schema): boolean {
  const bound = (key: string) => (typeof schema[key] === "number" ? schema[key] : null);
  const [least, most] = [bound("minimum"), bound("maximum")];
  const [above, below] = [bound("exclusiveMinimum"), bound("exclusiveMaximum")];
  return (
    (least === null || value >= least) &&
    (most === null || value <= most) &&
    (above === null || value > above) &&
    (below === null || value < below)
  );
}

/** The schema of a number among a rule's parameters; null outside them, where numbers count days and people. */
function schemaAt(keys: readonly string[], rules: readonly AnyRule[]): Schema | null {
  const at = keys.indexOf("parameters");
  const rule = rules.find(({ id }) => id === keys[at - 1]);
  const [name = "", ...rest] = keys.slice(at + 1);
  if (at < 1 || !rule) return null;
  let schema: Schema | null = rule.parameters[name] ?? null;
  for (const key of rest) {
    const below: unknown = /^\d+$/.test(key) ? schema?.["items"] : asSchema(schema?.["properties"])?.[key];
    schema = asSchema(below);
  }
  return schema;
}

function asSchema(value: unknown): Schema | null {
  return typeof value === "object" && value !== null ? (value as Schema) : null;
}

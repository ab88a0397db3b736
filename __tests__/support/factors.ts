import type { Factors } from "../../src/inventory/model.ts";
import type { FactorName } from "../../src/tiering/criterion.ts";

const at = { path: "model-card.yaml", line: 1, column: 1, pointer: "" };

const UNKNOWN: Factors = {
  domain: null,
  autonomy: null,
  people_affected: null,
  sensitive_attributes: null,
  external_facing: null,
  generative: null,
  tool_use: null,
  regulated: null,
  regions: null,
};

export type Stated = { readonly [N in FactorName]?: NonNullable<Factors[N]>["value"] };

/** The factors of a card that states only these. */
export function stated(values: Stated): Factors {
  const sourced = Object.entries(values).map(([name, value]) => [name, { value, raw: String(value), at }]);
  return { ...UNKNOWN, ...Object.fromEntries(sourced) };
}

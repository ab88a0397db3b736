import type { Leaves } from "./leaves.ts";
import type { WrittenPolicy } from "./written-policy.ts";

/** A policy that ships with the tool, already read and checked, and the SHA-256 of its text. */
export interface ShippedPolicy {
  readonly written: WrittenPolicy;
  readonly leaves: Leaves;
  readonly sha256: string;
}

/** By name. */
export type Shipped = ReadonlyMap<string, ShippedPolicy>;

import { serialise } from "../escape/json.ts";
import type { Report } from "../report.ts";
import { REPORT_KEYS } from "./key-order.ts";

type Keys = "value" | "record" | { readonly [key: string]: Keys };

/** The report as its schema says it, keys in the contract's order: the same report gives the same bytes. */
export function renderJson(report: Report): string {
  return serialise(ordered(report, REPORT_KEYS));
}

function ordered(value: unknown, keys: Keys): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => ordered(item, keys));
  if (keys === "value" || typeof value !== "object" || value === null) return value;
  const fields = new Map<string, unknown>(Object.entries(value));
  if (keys === "record") {
    return Object.fromEntries([...fields].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  return Object.fromEntries(
    Object.entries(keys).map(([key, inner]) => [key, ordered(fields.get(key), inner)]),
  );
}

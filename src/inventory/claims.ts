import type { Claim } from "./claim.ts";

/**
 * What a claim is about, in words that stay when its number, its line or its place in the list changes:
 * metric, split, slice and threshold, then whatever else sets it apart, such as "recall|test|sex=female|0.35".
 */
export function claimKey(claim: Claim): string {
  const columns = Object.keys(claim.slice).sort();
  const always = [
    claim.metric.value
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, "_"),
    claim.split?.value.trim().toLowerCase() ?? "",
    columns.map((column) => `${escaped(column)}=${escaped(claim.slice[column] ?? "")}`).join("&"),
    claim.threshold === null ? "" : String(claim.threshold.value),
  ];
  return [...always, ...furtherParts(claim)].join("|").replace(/\|+$/, "");
}

function furtherParts(claim: Claim): string[] {
  const parts: readonly (readonly [string, string | number | null])[] = [
    ["dataset", claim.dataset?.value.trim() ?? null],
    ["class", claim.class],
    ["average", claim.average],
    ["k", claim.k],
    ["beta", claim.beta],
    ["depth", claim.depth],
    ["alpha", claim.alpha],
    ["actual", claim.actual],
    ["predicted", claim.predicted],
    ["weighted", claim.weighted ? "yes" : null],
    ["unread", claim.unread ? claim.raw : null],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${escaped(String(value))}`]));
}

/** So that no value can pass for a separator. */
function escaped(text: string): string {
  return text.replaceAll(/[%|&=]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

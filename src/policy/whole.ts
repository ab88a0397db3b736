import { type Place, startOf } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import { LIFECYCLES, TIERS } from "../inventory/vocabulary.ts";
import { lineOf } from "./leaves.ts";
import type { ShippedPolicy } from "./shipped.ts";

interface Written extends ShippedPolicy {
  readonly path: string;
}

/** What no file of a policy says and every policy must: from which severity on models are held, and the tier of the undeclared. */
export function gaps(files: readonly Written[]): readonly Problem[] {
  const own = files[0];
  if (!own) return [];
  const missing: Problem[] = [];
  if (!files.some(({ written }) => written.tiering?.undeclared)) {
    missing.push(gap("tiering.undeclared", placeIn(own, "/tiering"), "tiering: { undeclared: medium }"));
  }
  for (const tier of TIERS) {
    const unsaid = LIFECYCLES.filter(
      (stage) => !files.some(({ written }) => written.tiers?.[tier]?.blocking?.[stage]),
    );
    if (unsaid.length === 0) continue;
    const blocking = unsaid.map((stage) => `${stage}: high`).join(", ");
    const about = `tiers.${tier}.blocking`;
    missing.push(gap(about, placeIn(own, `/tiers/${tier}`), `${tier}: { blocking: { ${blocking} } }`));
  }
  return missing;
}

function gap(about: string, at: Place, line: string): Problem {
  const says = `\`${about}\` is given neither here nor by a policy that this one extends`;
  return { code: "policy-gap", about, at, says, fix: `add \`${line}\`, or \`extends: [baseline]\`` };
}

function placeIn({ path, leaves }: Written, pointer: string): Place {
  return { ...startOf(path), line: lineOf(leaves, pointer) ?? 1, pointer };
}

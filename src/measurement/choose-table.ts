import { type Dossier, tableById } from "../case/dossier.ts";
import { nearest } from "../documents/nearest.ts";
import type { EvidenceTable } from "../evidence/table.ts";
import type { Claim } from "../inventory/claim.ts";

/** Tables that a message names: a card may have thousands. */
const SHOWN = 5;

export type Choice =
  | { readonly kind: "table"; readonly table: EvidenceTable; readonly notes: readonly string[] }
  | { readonly kind: "ambiguous" | "unbound"; readonly says: string; readonly fix: string };

/** The predictions that a claim is about: those it names, else the only ones of its split. */
export function chooseTable(claim: Claim, dossier: Dossier): Choice {
  const predictions = dossier.tables.filter((table) => table.kind === "predictions");
  if (claim.evidence) return namedTable(claim, claim.evidence.value, dossier, predictions);
  const split = claim.split?.value ?? null;
  const fitting = split === null ? predictions : predictions.filter((table) => table.split === split);
  const [only, another] = fitting;
  if (another) {
    const ids = fitting.slice(0, SHOWN).map((table) => table.id);
    if (fitting.length > SHOWN) ids.push(`… (${fitting.length} in all)`);
    return {
      kind: "ambiguous",
      says: `several predictions fit this claim: ${ids.join(", ")}`,
      fix: "add `evidence:` with one of these ids, or `split:`, to the claim",
    };
  }
  if (!only) {
    const of = split === null ? "" : ` of split "${split}"`;
    const unsplit = split === null ? null : predictions.find((table) => table.split === null);
    if (unsplit) {
      const says = `no predictions of split "${split}" back this number, and "${unsplit.id}" names no split`;
      return {
        kind: "unbound",
        says,
        fix: `add \`split: ${split}\` to the evidence "${unsplit.id}", if that is what it holds`,
      };
    }
    const close =
      split === null
        ? null
        : nearest(
            split,
            predictions.flatMap((table) => table.split ?? []),
          );
    const hint = close === null ? "" : ` (the nearest split with predictions is "${close}")`;
    return {
      kind: "unbound",
      says: `no predictions${of} back this number${hint}`,
      fix: `add to the card: \`evidence: [{ id: ${split ?? "test"}-predictions, kind: predictions, path: …, split: ${split ?? "test"} }]\``,
    };
  }
  if (split !== null || only.split === null) return { kind: "table", table: only, notes: [] };
  return {
    kind: "table",
    table: only,
    notes: [`names no split; taken from the only predictions, of split "${only.split}"`],
  };
}

/** A claim about one split that names the evidence of another would be measured on the wrong rows. */
function namedTable(
  claim: Claim,
  id: string,
  dossier: Dossier,
  predictions: readonly EvidenceTable[],
): Choice {
  const table = tableById(dossier, id);
  if (table?.kind === "predictions") {
    const split = claim.split?.value ?? null;
    if (split === null || split === table.split) return { kind: "table", table, notes: [] };
    const of = table.split === null ? "of no named split" : `of split "${table.split}"`;
    const says = `the claim is about split "${split}", and the evidence "${id}" that it names is ${of}`;
    return {
      kind: "unbound",
      says,
      fix: "correct the claim's `split` or `evidence`, or the entry's `split`",
    };
  }
  const close = nearest(
    id,
    predictions.map((candidate) => candidate.id),
  );
  const fix = close === null ? "add the entry to `evidence`" : `write \`evidence: ${close}\``;
  return {
    kind: "unbound",
    says: `the claim names evidence "${id}", which is no predictions in this card`,
    fix,
  };
}

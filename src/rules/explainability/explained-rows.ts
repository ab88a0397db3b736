import type { Dossier } from "../../case/dossier.ts";
import type { EvidenceTable } from "../../evidence/table.ts";
import type { Measured } from "../../measurement/measured.ts";
import { counted } from "../../measurement/number-format.ts";
import { cannotTell, finding, type Verdict } from "../verdict.ts";
import type { Explanation } from "./explanation.ts";

/** The tables that an explanation may be of: those of the split that its entry names. */
export function tablesOf({ file, rows }: Explanation, { tables }: Dossier): readonly EvidenceTable[] {
  if (file.split === null || rows === null) return [];
  return tables.filter(({ split, content }) => split === file.split && content.kind === "read");
}

/** More rows than the split has are others' rows. Fewer are a sample, for to explain a row is costly: of enough rows. */
export function* rowsOf(
  one: Explanation,
  dossier: Dossier,
  measured: Measured,
  least: number,
): Generator<Verdict> {
  const { source, file, rows, attributions } = one;
  if (rows === null) return;
  const counts = tablesOf(one, dossier).flatMap(({ id }) => {
    const result = measured.of({ kind: "rows", table: id });
    return result.kind === "rows" ? [result.rows] : [];
  });
  const place = { about: `rows|${file.id}`, at: attributions[0]?.at ?? file.at };
  if (file.split !== null && tablesOf(one, dossier).length === 0) {
    const says = `${source}: the card names no table of the split "${file.split}" that can be read, so that it cannot be told whether the rows are its own`;
    const needs = "name the table of that split in `data` or `evidence`, or the split that was explained";
    yield cannotTell({ ...place, about: `split|${file.id}`, says, needs });
  }
  const all = counts.length === 0 ? null : Math.max(...counts);
  if (all !== null && rows > all) {
    const says = `${source}: ${counted(rows, "row")} are explained, and the split "${file.split}" has ${all}`;
    yield finding({
      ...place,
      says,
      fix: "explain the rows of that split, or name the split that was explained",
    });
  } else if (rows < Math.min(least, all ?? least)) {
    const says = `${source}: ${counted(rows, "row")} are explained, and this tier requires ${least}, or all of the split that the entry names`;
    yield finding({ ...place, says, fix: `explain ${least} rows or more` });
  }
}

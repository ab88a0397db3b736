import type { Analysis } from "../../measurement/analysis/analysis.ts";
import type { Comparison, PairedRow } from "../../measurement/analysis/comparison.ts";
import { grouped } from "../escape/grouped.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { chance, ends, figure, level, metricName, name } from "./figures.ts";
import { grid, heading, left, remarks, right } from "./grid.ts";

/** The file against the reference on the same rows. */
export function comparisonText(
  { comparison, columns, confidence, bootstrap }: Analysis,
  page: Page,
): readonly string[] {
  if (comparison === null) return [];
  if (comparison.value === null) {
    const why = `No comparison row by row: ${escapeTerminal(comparison.undefined)}.`;
    return [...heading("On the same rows", page), ...remarks([why], page)];
  }
  const { value } = comparison;
  const share = level(confidence);
  return [
    ...heading(`On the same ${grouped(value.rows)} rows`, page),
    ...differences(value, share, page),
    ...remarks([...value.measures.flatMap(reasons), ...reading(value, columns.entity, bootstrap)], page),
    ...tests(value, page),
  ];
}

function differences({ measures }: Comparison, share: string, page: Page): readonly string[] {
  const columns = [
    left("metric"),
    right("reference"),
    right("file"),
    right("difference"),
    left(`${share} interval`),
    left("verdict"),
  ];
  const lines = measures.map((row) => [
    nameOf(row),
    figure(row.result.value?.reference ?? null),
    figure(row.result.value?.current ?? null),
    figure(row.result.value?.difference ?? null),
    ends(read(row)),
    row.result.value?.verdict.kind ?? "",
  ]);
  return grid(columns, lines, page);
}

/** The interval that the verdict reads. */
function read({ result }: PairedRow) {
  const { interval = null, bootstrap = null, verdict } = result.value ?? {};
  return verdict?.by === "bootstrap-bca" ? (bootstrap?.value ?? null) : interval;
}

/** The tests in closed form, with p-values as they are and beside one another. */
function tests({ measures }: Comparison, page: Page): readonly string[] {
  const tested = measures.filter(
    ({ result }, index) =>
      (result.value?.hypothesis ?? null) !== null &&
      measures.findIndex((one) => one.result.value?.hypothesis === result.value?.hypothesis) === index,
  );
  if (tested.length === 0) return [];
  const lines = tested.map((row) => [
    nameOf(row),
    row.result.value?.test ?? "",
    chance(row.result.value?.p ?? null),
    chance(row.adjusted?.holm ?? null),
    chance(row.adjusted?.benjaminiHochberg ?? null),
  ]);
  const family = tested.find(({ adjusted }) => adjusted !== null)?.adjusted?.tests ?? 0;
  const says = family > 1 ? [`Adjusted for ${family} hypotheses; a rate and its complement are one.`] : [];
  return [
    "",
    ...grid(
      [left("no difference in"), left("test"), right("p"), right("Holm"), right("Benjamini–Hochberg")],
      lines,
      page,
    ),
    ...remarks([...tested.flatMap(discordant), ...says], page),
  ];
}

function nameOf({ measure, parameters }: PairedRow): string {
  return metricName(measure, parameters);
}

function reasons(row: PairedRow): readonly string[] {
  const { value, undefined: why } = row.result;
  if (value === null) return [`${nameOf(row)}: undefined, ${escapeTerminal(why)}`];
  const { kind, by, reason } = value.verdict;
  // Where an interval was read it stands in the table.
  return reason === null || by !== null ? [] : [`${nameOf(row)}: ${kind}, ${escapeTerminal(reason)}`];
}

function discordant(row: PairedRow): readonly string[] {
  const { discordant } = row.result.value ?? {};
  if (!discordant) return [];
  const { onlyBefore, onlyAfter, p } = discordant;
  const only = `${grouped(onlyBefore)} rows count for the reference alone, ${grouped(onlyAfter)} for the file alone`;
  return [`${nameOf(row)}: ${only}${p.undefined === null ? "" : `; ${escapeTerminal(p.undefined)}`}`];
}

function reading(
  { margin }: Comparison,
  entity: string | null,
  bootstrap: Analysis["bootstrap"],
): readonly string[] {
  const beside = margin === 0 ? "no margin" : `a margin of ${margin}, in each metric's own unit`;
  const drawn =
    entity === null ? "in closed form where there is one, else BCa's" : `BCa's, of rows by "${name(entity)}"`;
  return [
    "The difference is the file's less the reference's.",
    ...(bootstrap === null ? [] : [`Intervals are ${drawn}; --format json has every one.`]),
    `The verdict is for its metric alone, beside ${beside}.`,
  ];
}

import type { Analysis } from "../../measurement/analysis/analysis.ts";
import { grouped } from "../escape/grouped.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { chance, ends, figure, level } from "./figures.ts";
import { grid, heading, left, remarks, right } from "./grid.ts";

/** The file against the reference on the same rows. */
export function comparisonText({ comparison, confidence }: Analysis, page: Page): readonly string[] {
  if (comparison === null) return [];
  if (comparison.value === null) {
    const why = `No comparison row by row: ${escapeTerminal(comparison.undefined)}.`;
    return [...heading("On the same rows", page), ...remarks([why], page)];
  }
  const { rows, measures } = comparison.value;
  const columns = [
    left("measure"),
    right("reference"),
    right("file"),
    right("difference"),
    left(`${level(confidence)} interval`),
    right("p"),
    left("test"),
    left("better"),
  ];
  const lines = measures.map(({ measure, better, result }) => [
    measure,
    figure(result.value?.reference ?? null),
    figure(result.value?.current ?? null),
    figure(result.value?.difference ?? null),
    ends(result.value?.interval ?? null),
    chance(result.value?.p ?? null),
    result.value?.test ?? "",
    better,
  ]);
  const notes = measures.flatMap(({ measure, result }) => {
    if (result.value === null) return `${measure}: undefined, ${escapeTerminal(result.undefined)}`;
    const { discordant } = result.value;
    if (discordant === null) return [];
    const { onlyBefore, onlyAfter, p } = discordant;
    const only = `${grouped(onlyBefore)} rows right in the reference alone, ${grouped(onlyAfter)} in the file alone`;
    return p.undefined === null ? `${measure}: ${only}` : `${measure}: ${only}; ${p.undefined}`;
  });
  return [
    ...heading(`On the same ${grouped(rows)} rows`, page),
    ...grid(columns, lines, page),
    ...remarks([...notes, "The difference is the file's less the reference's."], page),
  ];
}

import type { Analysis } from "../../measurement/analysis/analysis.ts";
import type { ColumnChange } from "../../measurement/analysis/change.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { chance, figure, NONE, name } from "./figures.ts";
import { grid, heading, left, remarks, right } from "./grid.ts";

/** How the columns are distributed beside the reference's. */
export function changesText({ changes }: Analysis, page: Page): readonly string[] {
  if (changes.length === 0) return [];
  const columns = [
    left("column"),
    right("PSI"),
    right("by chance"),
    right("JS distance"),
    right("Cramér's V"),
    right("χ² p"),
    right("KS"),
    right("KS p"),
    right("Wasserstein"),
  ];
  return [
    ...heading("Change of distribution, from the reference", page),
    ...grid(columns, changes.map(line), page),
    ...remarks(changes.flatMap(notes), page),
  ];
}

function line({ column, measures }: ColumnChange): readonly string[] {
  const { value } = measures;
  if (value === null) return [name(column), ...Array.from({ length: 8 }, () => NONE)];
  const { psi, jensenShannon, chiSquare, kolmogorovSmirnov, wasserstein } = value;
  return [
    name(column),
    figure(psi.value?.value ?? null),
    figure(psi.value?.byChance ?? null),
    figure(jensenShannon.value?.distance ?? null),
    figure(chiSquare.value?.cramersV ?? null),
    chance(chiSquare.value?.p ?? null),
    figure(kolmogorovSmirnov?.value?.statistic ?? null),
    chance(kolmogorovSmirnov?.value?.p ?? null),
    figure(wasserstein?.value ?? null),
  ];
}

function notes({ column, measures }: ColumnChange): readonly string[] {
  const about = name(column);
  const { value, undefined: why } = measures;
  if (value === null) return [`${about}: ${escapeTerminal(why)}`];
  const { psi, jensenShannon, chiSquare, kolmogorovSmirnov, wasserstein, missing } = value;
  const none = {
    PSI: psi,
    "JS distance": jensenShannon,
    "χ²": chiSquare,
    KS: kolmogorovSmirnov,
    Wasserstein: wasserstein,
  };
  const reasons = Object.entries(none).flatMap(([measure, told]) =>
    told === null || told.undefined === null
      ? []
      : `${about}: ${measure} undefined, ${escapeTerminal(told.undefined)}`,
  );
  return [
    ...reasons,
    ...(chiSquare.value?.sparse ? [`${about}: categories too rare for χ² to be trusted`] : []),
    ...(missing.reference + missing.current > 0
      ? [
          `${about}: ${missing.reference} empty cells in the reference and ${missing.current} in the file, a category of their own`,
        ]
      : []),
  ];
}

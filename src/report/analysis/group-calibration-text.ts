import type { GroupCalibration } from "../../measurement/analysis/group-calibration.ts";
import type { GroupAnalysis } from "../../measurement/analysis/segments.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { ends, figure, NONE } from "./figures.ts";
import { grid, left, remarks, right } from "./grid.ts";

/** Whether the scores are, for each group, the chances that they say; the Brier score stands among its metrics. */
export function groupCalibrationText(
  groups: readonly GroupAnalysis[],
  nameOf: (group: GroupAnalysis) => string,
  page: Page,
): readonly string[] {
  const scored = groups.flatMap((group) =>
    group.calibration === null ? [] : { name: nameOf(group), told: group.calibration },
  );
  if (scored.length === 0) return [];
  const columns = [left("calibration"), right("ECE"), right("by chance"), left("intercept"), left("slope")];
  const lines = scored.flatMap(({ name, told }) =>
    told.value === null ? [] : [[name, ...cells(told.value)]],
  );
  const why = scored.flatMap(({ name, told }) => reasons(name, told.value, told.undefined));
  return ["", ...(lines.length === 0 ? [] : grid(columns, lines, page)), ...remarks(why, page)];
}

function cells({ expectedError, intercept, slope }: GroupCalibration): readonly string[] {
  return [
    figure(expectedError.value),
    figure(expectedError.byChance),
    ...[intercept, slope].map(({ value }) =>
      value === null ? NONE : `${figure(value.value)} ${ends(value.interval)}`,
    ),
  ];
}

function reasons(name: string, value: GroupCalibration | null, none: string | null): readonly string[] {
  if (value === null) return [`calibration of ${name}: undefined, ${escapeTerminal(none ?? "")}`];
  return (["intercept", "slope"] as const).flatMap((part) => {
    const why = value[part].undefined;
    return why === null ? [] : `${part} of ${name}: undefined, ${escapeTerminal(why)}`;
  });
}

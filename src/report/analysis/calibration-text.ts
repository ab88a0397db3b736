import type { Analysis } from "../../measurement/analysis/analysis.ts";
import type { Calibration } from "../../measurement/analysis/calibration.ts";
import type { Told } from "../../measurement/analysis/told.ts";
import { grouped } from "../escape/grouped.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { chance, ends, figure, level } from "./figures.ts";
import { grid, heading, left, remarks, right } from "./grid.ts";

/** Whether the scores are the chances that they say. */
export function calibrationText({ calibration, confidence }: Analysis, page: Page): readonly string[] {
  if (calibration === null) return [];
  const title = heading("Calibration", page);
  if (calibration.value === null) {
    return [...title, ...remarks([`undefined, ${escapeTerminal(calibration.undefined)}`], page)];
  }
  const { value } = calibration;
  const share = level(confidence);
  return [
    ...title,
    ...grid(
      [left("measure"), right("value"), left(`${share} interval`), left("reading")],
      measures(value),
      page,
    ),
    ...remarks(undefinedIn(value), page),
    "",
    ...reliability(value, share, page),
  ];
}

function measures({ binned, brier, intercept, slope, spiegelhalter }: Calibration): readonly string[][] {
  const errors = binned.flatMap(({ by, expectedError, maximumError }) => {
    const bins = by === "width" ? "bins of equal width" : "bins of equal mass";
    return [
      ["expected calibration error", figure(expectedError), "", bins],
      ["maximum calibration error", figure(maximumError), "", bins],
    ];
  });
  return [
    ...errors,
    ["Brier score", figure(brier.brier), "", "the terms below add up to it"],
    ["  reliability", figure(brier.reliability), "", "0 is best"],
    ["  - resolution", figure(brier.resolution), "", "more is better"],
    ["  + uncertainty", figure(brier.uncertainty), "", "of the outcome alone"],
    ["  + within bins", figure(brier.withinVariance - brier.withinCovariance), "", "what the bins hide"],
    [
      "intercept",
      figure(intercept.value?.value ?? null),
      ends(intercept.value?.interval ?? null),
      "0 is calibrated",
    ],
    [
      "slope",
      figure(slope.value?.value ?? null),
      ends(slope.value?.interval ?? null),
      "1 is calibrated; below, too extreme",
    ],
    [
      "Spiegelhalter's z",
      figure(spiegelhalter.value?.z ?? null),
      "",
      `p ${chance(spiegelhalter.value?.p ?? null)}, of calibrated scores`,
    ],
  ];
}

function undefinedIn({ intercept, slope, spiegelhalter }: Calibration): readonly string[] {
  const told: readonly (readonly [string, Told<unknown>])[] = [
    ["intercept", intercept],
    ["slope", slope],
    ["Spiegelhalter's z", spiegelhalter],
  ];
  return told.flatMap(([about, { undefined: why }]) =>
    why === null ? [] : `${about}: undefined, ${escapeTerminal(why)}`,
  );
}

function reliability({ binned }: Calibration, share: string, page: Page): readonly string[] {
  const bins = binned.find(({ by }) => by === "mass")?.bins ?? [];
  const columns = [
    left("scores"),
    right("rows"),
    right("mean score"),
    right("observed"),
    left(`${share} interval`),
  ];
  const rows = bins.map(({ low, high, rows: count, meanProbability, observed, interval }) => [
    `${figure(low)} to ${figure(high)}`,
    grouped(count),
    figure(meanProbability),
    figure(observed),
    ends(interval),
  ]);
  return grid(columns, rows, page);
}

import type { Fairness } from "../../measurement/analysis/fairness.ts";
import type { SegmentAnalysis } from "../../measurement/analysis/segments.ts";
import { grouped } from "../escape/grouped.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import type { Page } from "../renderings/text/page.ts";
import { ends, figure, level, NONE } from "./figures.ts";
import { grid, left, remarks, right } from "./grid.ts";

const SMALL_SHOWN = 12;

/** A group as its heading lets it be called. */
type Shown = (group: string) => string;

/** How unlike the groups of one segmentation are treated. */
export function fairnessText(
  fairness: SegmentAnalysis["fairness"],
  shown: Shown,
  confidence: number,
  page: Page,
): readonly string[] {
  if (fairness === null) return [];
  if (fairness.value === null)
    return remarks([`No disparities: ${escapeTerminal(fairness.undefined)}.`], page);
  const share = level(confidence);
  return [
    "",
    ...parities(fairness.value, shown, share, page),
    ...impact(fairness.value, shown, share, page),
    ...small(fairness.value, shown, page),
  ];
}

function parities({ parities: rows }: Fairness, shown: Shown, share: string, page: Page): readonly string[] {
  const why = rows.flatMap(({ parity, difference, ratio }) => {
    const reason = difference.undefined ?? ratio.undefined;
    return reason === null ? [] : `${parity}: undefined, ${escapeTerminal(reason)}`;
  });
  return [
    ...disparities("between groups", "lowest and highest", rows, shown, share, page),
    "",
    ...disparities(
      "to overall",
      "farthest",
      rows.map(({ parity, toOverall }) => ({ parity, ...toOverall })),
      shown,
      share,
      page,
    ),
    ...remarks(why, page),
  ];
}

function disparities(
  contrast: string,
  which: string,
  rows: readonly Pick<Fairness["parities"][number], "parity" | "difference" | "ratio">[],
  shown: Shown,
  share: string,
  page: Page,
): readonly string[] {
  const interval = left(`${share} interval`);
  const columns = [left(contrast), right("difference"), interval, right("ratio"), interval, left(which)];
  const lines = rows.map(({ parity, difference, ratio }) => [
    parity,
    figure(difference.value?.value ?? null),
    ends(difference.value?.interval ?? null),
    figure(ratio.value?.value ?? null),
    ends(ratio.value?.interval ?? null),
    difference.value === null ? NONE : difference.value.groups.map(shown).join(" · "),
  ]);
  return grid(columns, lines, page);
}

function impact({ disparateImpact }: Fairness, shown: Shown, share: string, page: Page): readonly string[] {
  if (disparateImpact.value === null) {
    return remarks([`disparate impact: undefined, ${escapeTerminal(disparateImpact.undefined)}`], page);
  }
  const { reference, impacts } = disparateImpact.value;
  const columns = [
    left(`selected, against ${shown(reference)}`),
    right("ratio"),
    left(`${share} interval`),
    left("four-fifths rule"),
  ];
  const lines = impacts.map(({ group, ratio, interval, verdict }) => [
    shown(group),
    figure(ratio),
    ends(interval),
    verdict,
  ]);
  return ["", ...grid(columns, lines, page)];
}

/** Each small group once, with the rate that lacks most. */
function small({ tooSmall, halfWidth }: Fairness, shown: Shown, page: Page): readonly string[] {
  const worst = new Map<string, Fairness["tooSmall"][number]>();
  for (const one of tooSmall) {
    const known = worst.get(one.group);
    if (known === undefined || one.needs - one.has > known.needs - known.has) worst.set(one.group, one);
  }
  if (worst.size === 0) return [];
  const lines = [...worst.values()]
    .slice(0, SMALL_SHOWN)
    .map(({ group, has, needs, of, rate }) => [
      shown(group),
      grouped(has),
      grouped(needs),
      `${of}, for ${rate}`,
    ]);
  const more = worst.size - lines.length;
  const says = `Too small for a rate to be known to within ±${halfWidth}`;
  return [
    "",
    ...grid([left("too small"), right("has"), right("needs"), left("of")], lines, page),
    ...remarks([`${says}${more > 0 ? `; ${grouped(more)} more in --format json` : ""}.`], page),
  ];
}

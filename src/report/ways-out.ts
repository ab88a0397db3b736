import type { Judged } from "../judgement/judged.ts";
import type { WayOut } from "../judgement/ways-out.ts";
import { counted } from "../measurement/number-format.ts";
import type { WayOutReport } from "./report.ts";

const RULES_NAMED = 3;

/** What would lift the hold, the smallest first: mending, a condition, an exception, the factor that decides the tier. */
export function waysOutReports(judged: Judged): readonly WayOutReport[] {
  const { judgement, waysOut } = judged;
  if (judgement.recommendation !== "hold") return [];
  return [mending(judged), ...waysOut.map((way) => ({ way: way.kind, says: saysOf(way) }))];
}

function mending({ judgement }: Judged): WayOutReport {
  const holding = judgement.findings.filter(({ blocking }) => blocking);
  const rules = [...new Set(holding.map(({ rule }) => rule))];
  const more = rules.length - RULES_NAMED;
  const named = rules.slice(0, RULES_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return {
    way: "mend",
    says:
      holding.length === 1
        ? `mend the finding that holds it (${named}), as its fix says`
        : `mend the ${holding.length} findings that hold it (${named}), each as its fix says`,
  };
}

function saysOf(way: WayOut): string {
  switch (way.kind) {
    case "accept":
      return way.by === null
        ? `no exception: the policy lets nobody accept a finding that is ${way.severity}`
        : `an exception, which your house records: ${way.by.by} may accept what is ${way.severity}, ${counted(way.findings, "finding")}, for ${counted(way.by.days, "day")} at most`;
    case "stage":
      return `a smaller step: in ${way.stage} the recommendation would be ${way.recommendation}`;
    case "factor":
      return `were \`${way.turn.factor}\` ${way.turn.instead}, the tier would be ${way.turn.tier} and the recommendation ${way.recommendation}`;
  }
}

import type { Aggregate } from "../../evidence/output/output.ts";
import { counted } from "../../measurement/number-format.ts";
import { oneByOne } from "../one-by-one.ts";
import { defineRule } from "../rule.ts";
import { outputsOf, type Shown } from "../tool-outputs.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

export default defineRule({
  id: "evidence/aggregates-agree",
  question: "Are the totals and averages in a tool's file those that its own rows give?",
  why: "A tool writes its summary from its rows, so the two agree until someone edits one of them, merges two runs or drops rows. A summary that its own rows contradict says that the file is not what the tool wrote.",
  controls: ["PER-02", "TRC-01"],
  remedy: {
    says: "Commit the file as the tool wrote it; run the tool again when that file is gone. Name rows and summary together where the tool writes them apart, as a folder.",
    yaml: `
evidence:
  - id: language-tasks
    path: evidence/lm-eval # the folder, with results and samples
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: city-answers, version: 1.2.0, task: generation }
evidence: [{ path: evals.jsonl }]
`,
      "evals.jsonl": `
{"spec":{"run_id":"r1","eval_name":"capitals.test.v1","base_eval":"capitals","split":"test","completion_fns":["city-answers"],"run_config":{"eval_spec":{"cls":"evals.elsuite.basic.match:Match"}},"created_at":"2026-10-02 09:00:00"}}
{"run_id":"r1","final_report":{"accuracy":0.95}}
{"run_id":"r1","event_id":0,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":1,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":2,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":3,"type":"match","data":{"correct":false}}
`,
    },
    passing: {
      "evals.jsonl": { "0.95": "0.75" },
    },
  },
  parameters: {},
  needs: () => [],
  *check({ after }) {
    const stating = outputsOf(after).filter(({ output }) => output.aggregates.length > 0);
    if (stating.length === 0) yield notApplicable("no tool's file states a total or an average of its rows");
    let agreeing = 0;
    for (const shown of stating) {
      const { aggregates } = shown.output;
      const contradicted = aggregates.filter(isContradicted);
      yield* oneByOne(
        contradicted,
        (aggregate) => contradiction(shown, aggregate, 0),
        (aggregate, left) => contradiction(shown, aggregate, left),
      );
      const loose = aggregates.filter(({ recomputed }) => recomputed === null);
      if (loose.length > 0) yield unverifiable(shown, loose);
      agreeing += aggregates.length - contradicted.length - loose.length;
    }
    if (agreeing > 0)
      yield fine({
        checked: `${counted(agreeing, "stated aggregate")} computed again from the files' own rows`,
      });
  },
});

/** A number that is none agrees with nothing. */
function isContradicted({ stated, recomputed, tolerance }: Aggregate): boolean {
  return recomputed !== null && !(Math.abs(stated - recomputed) <= tolerance);
}

function contradiction({ file, output }: Shown, aggregate: Aggregate, left: number): Verdict {
  const { name, stated, recomputed, rows, at } = aggregate;
  const more = left > 1 ? `; so it is with ${left - 1} more` : "";
  return finding({
    about: `${left === 0 ? name : "more"}|${file.id}`,
    at,
    says: `${file.path}, of ${output.tool}, states ${name} as ${stated}, and its own ${counted(rows, "row")} ${rows === 1 ? "gives" : "give"} ${recomputed}${more}`,
    fix: "commit the file as the tool wrote it, or run the tool again",
  });
}

function unverifiable({ file, output }: Shown, loose: readonly Aggregate[]): Verdict {
  const [first] = loose;
  const others = loose.length > 1 ? `, and ${loose.length - 1} more` : "";
  const why = first?.because ?? "its rows are not there";
  return cannotTell({
    about: `rows|${file.id}`,
    at: first?.at ?? file.at,
    says: `${file.path}, of ${output.tool}, states ${first?.name} as ${first?.stated}${others}, which cannot be computed again: ${why}`,
    needs: "commit the tool's rows beside its summary, and name the folder that holds both",
  });
}

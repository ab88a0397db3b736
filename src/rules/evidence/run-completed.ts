import type { Shortfall } from "../../evidence/output/output.ts";
import { oneByOne } from "../one-by-one.ts";
import { defineRule } from "../rule.ts";
import { outputsOf, type Shown } from "../tool-outputs.ts";
import { finding, fine, notApplicable, type Verdict } from "../verdict.ts";

export default defineRule({
  id: "evidence/run-completed",
  question: "Did every run whose result is shown come to its end, over all that it was to cover?",
  why: "A run that was cancelled, cut short by a limit or asserted nothing writes a file that looks like any other. An accuracy on 3 of 100 samples, or a red team without an answer, shows nothing of the model.",
  controls: ["TRC-01", "GEN-09"],
  remedy: {
    says: "Run the tool again to its end, without a limit, and commit what it writes then. What was meant to be small is no evidence: leave it out.",
    yaml: `
evidence:
  - id: red-team
    path: evidence/garak.report.jsonl # of the whole run
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
{"run_id":"r1","event_id":0,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":1,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":2,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":3,"type":"match","data":{"correct":false}}
`,
    },
    passing: {
      "evals.jsonl": {
        '{"run_id":"r1","event_id":0,"type":"match","data":{"correct":true}}\n':
          '{"run_id":"r1","final_report":{"accuracy":0.75}}\n{"run_id":"r1","event_id":0,"type":"match","data":{"correct":true}}\n',
      },
    },
  },
  parameters: {},
  needs: () => [],
  *check({ after }) {
    const outputs = outputsOf(after);
    if (outputs.length === 0) yield notApplicable("the card names no file of a tool");
    for (const shown of outputs) yield* shortfallsOf(shown);
    const whole = outputs.filter(({ output }) => output.incomplete.length === 0).length;
    if (whole > 0) yield fine({ checked: `${whole} of ${outputs.length} files of tools report a whole run` });
  },
});

function* shortfallsOf({ file, output }: Shown): Generator<Verdict> {
  const answer = ({ code, says, fix, at }: Shortfall, left: number): Verdict =>
    finding({
      about: `${code}|${file.id}`,
      at,
      says: `${file.path}, of ${output.tool}: ${says}${left > 1 ? `, and ${left - 1} more reasons` : ""}`,
      fix,
    });
  yield* oneByOne(output.incomplete, (shortfall) => answer(shortfall, 0), answer);
}

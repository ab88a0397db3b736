import type { AttemptsFact } from "../../evidence/output/fact.ts";
import { plainName } from "../model-names.ts";
import { defineRule } from "../rule.ts";
import { factsOf, type ShownFact } from "../tool-outputs.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

export default defineRule({
  id: "generative/judge-differs",
  question: "Was every answer judged by another model than the one that gave it?",
  why: "A model that marks its own answers shares its own blind spots, and prefers what it wrote itself. What it lets through is counted as safe.",
  controls: ["GEN-07"],
  remedy: {
    says: "Have another model judge, or people, and run the evaluation again. Then commit what the tool writes.",
    yaml: `
evidence:
  - id: red-team
    path: evidence/promptfoo-redteam.json # graded by another model than the target
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: city-answers, version: 1.2.0, task: generation }
evidence: [{ path: evals.jsonl }]
`,
      "evals.jsonl": `
{"spec":{"run_id":"r1","eval_name":"capitals-graded.test.v1","completion_fns":["city-answers","city-answers"],"run_config":{"eval_spec":{"cls":"evals.elsuite.modelgraded.classify:ModelBasedClassify"}}}}
{"run_id":"r1","final_report":{"counts/Y":1,"score":1.0}}
{"run_id":"r1","event_id":0,"type":"metrics","data":{"choice":"Y","score":1.0}}
`,
    },
    passing: {
      "evals.jsonl": { '"city-answers","city-answers"': '"city-answers","judge-13b"' },
    },
  },
  parameters: {},
  reads: ["attempts"],
  needs: () => [],
  *check({ after }) {
    const pairs = new Map<
      string,
      ShownFact<"attempts"> & { readonly judge: string; readonly target: string | null }
    >();
    for (const shown of factsOf(after, "attempts")) {
      const { judge } = shown.fact;
      const target = targetOf(shown);
      if (judge !== null)
        pairs.set(JSON.stringify([shown.file.path, judge, target]), { ...shown, judge, target });
    }
    if (pairs.size === 0) yield notApplicable("no tool's file names a model that judged answers");
    let apart = 0;
    for (const { file, output, fact, judge, target } of pairs.values()) {
      const about = `judge|${file.id}|${judge === "" ? "unnamed" : judge.slice(0, 200)}`;
      const source = `${file.path}, of ${output.tool}`;
      if (judge === "") {
        const says = `${source}: a model judged the answers, and the file does not say which`;
        yield cannotTell({
          about,
          at: fact.at,
          says,
          needs: "name the judge in the tool's configuration, and run it again",
        });
      } else if (target === null) {
        const says = `${source}: answers were judged by ${judge}, and the file does not say who gave them`;
        yield cannotTell({ about, at: fact.at, says, needs: "have the tool write which model it tested" });
      } else if (plainName(judge) === plainName(target)) {
        const says = `${source}: the answers of ${target} were judged by ${judge}, which is the same model`;
        yield finding({ about, at: fact.at, says, fix: "have another model judge, and run it again" });
      } else apart++;
    }
    if (apart > 0)
      yield fine({ checked: `${apart} of ${pairs.size} pairs of judge and judged are two models` });
  },
});

function targetOf({ fact, output }: ShownFact<"attempts">): AttemptsFact["target"] {
  return fact.target ?? output.subject?.model ?? null;
}

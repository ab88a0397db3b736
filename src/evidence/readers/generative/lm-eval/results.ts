import { defineReader, type OutputReading } from "../../../output/reader.ts";
import { aggregatesOf } from "./aggregates.ts";
import { metricsOf } from "./facts.ts";
import { beganAt, isRun, shortfallsOf, subjectOf } from "./run.ts";

/** The totals that `lm_eval --output_path` writes. Their samples are files beside them: name the folder for both. */
export const lmEvalResults = defineReader<"document">({
  tool: "lm-evaluation-harness",
  form: "document",
  about: {
    versions: ["0.4.2", "0.4.13"],
    detectedBy:
      "an object with `results` and `versions` by task, and `config` with `model`, `limit` and `bootstrap_iters`",
    notRead: "standard errors of what is no mean; prompts, templates and the machine's description",
  },
  recognises: ({ root }) => isRun(root),
  read: ({ root }): OutputReading => ({
    kind: "output",
    output: {
      tool: "lm-evaluation-harness",
      formatVersion: root.get("lm_eval_version").text(),
      producedAt: beganAt(root),
      subject: subjectOf(root),
      facts: metricsOf(root),
      incomplete: shortfallsOf(root),
      aggregates: aggregatesOf(root, new Map()),
      warnings: [],
    },
  }),
});

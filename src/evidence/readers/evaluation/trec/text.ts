import type { Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { readingOf, TOOL } from "./reading.ts";
import { resultsIn } from "./results.ts";
import { runIn } from "./run.ts";
import { kindOf, linesIn } from "./words.ts";

/** A run without its judgements, or what trec_eval printed without its run. */
export const trecText = defineReader<"text">({
  tool: TOOL,
  form: "text",
  about: {
    versions: ["pytrec_eval-terrier 0.5.11 (trec_eval 9.0)"],
    detectedBy:
      "lines `query Q0 document rank score tag`, or `measure query value` with `map`, `num_q` or `ndcg` of `all`",
    notRead: "judgements alone, which say nothing of a model",
  },
  recognises: ({ text }) => {
    const kind = kindOf(text);
    return kind === "run" || (kind === "results" && isOfTrecEval(text));
  },
  read({ text, path }) {
    const at = { path, line: 1, column: 1, pointer: "" };
    if (kindOf(text) !== "run")
      return readingOf({ model: null, judged: null, results: resultsIn(text, path), incomplete: [], at });
    const { tag } = runIn(text, path);
    const says = "the run has no judgements beside it, so that nothing tells how good it is";
    const fix = "put it into a folder with its qrels, and name the folder";
    const alone: Shortfall = { code: "nothing-asserted", says, fix, at };
    return readingOf({ model: tag, judged: null, results: [], incomplete: [alone], at });
  },
});

const SURE: ReadonlySet<string> = new Set(["map", "num_q", "ndcg", "recip_rank", "Rprec", "num_rel_ret"]);

function isOfTrecEval(text: string): boolean {
  for (const { fields } of linesIn(text))
    if (fields.length === 3 && fields[1] === "all" && SURE.has(fields[0] ?? "")) return true;
  return false;
}

import type { Json } from "../../../output/json.ts";
import { defineReader, type OutputReading } from "../../../output/reader.ts";
import { isGlobal, statedIn } from "./global.ts";
import { isLocal, localOf } from "./local.ts";
import { isModel, modelOf } from "./model.ts";
import { type Parts, readingOf, refusal, TOOL } from "./reading.ts";

/** One file of interpret: a model by `to_json`, or what `explain_local` or `explain_global` gave. */
export const interpretDocument = defineReader<"document">({
  tool: TOOL,
  form: "document",
  about: {
    versions: ["0.7.8"],
    detectedBy:
      "an object with `version` and `ebm`, rows with `extra` (the intercept) and `perf.predicted_score`, or " +
      "`names` and `scores` of type `univariate`",
    notRead:
      "curves, bins and errors of the scores; the explained data; that rows are missing from a list of `data(0)`, " +
      "`data(1)`, …, which nothing says, while `data(-1)` does",
  },
  recognises: ({ root }) => isModel(root) || isLocal(root) || isGlobal(root),
  read({ root }): OutputReading {
    const parts = partsOf(root);
    return typeof parts === "string" ? refusal(parts) : readingOf(parts);
  },
});

const NONE: Parts = { model: null, stated: null, local: null };

/** What the document is of the three; or inside a sentence what is wrong with it. */
export function partsOf(root: Json): Parts | string {
  if (isModel(root)) {
    const model = modelOf(root);
    return typeof model === "string" ? model : { ...NONE, model };
  }
  if (isLocal(root)) {
    const local = localOf(root);
    return typeof local === "string" ? local : { ...NONE, local };
  }
  return { ...NONE, stated: statedIn(root) };
}

import { defineReader, type OutputReading } from "../../../output/reader.ts";
import { isHeader } from "./header.ts";
import { outputOf } from "./output.ts";
import { SamplesTally } from "./samples-tally.ts";

/** A log of Inspect AI in JSON. Source: inspect_ai.log.EvalLog. */
export const inspectLog = defineReader<"document">({
  tool: "inspect-ai",
  form: "document",
  about: {
    versions: ["0.3.100", "0.3.285"],
    detectedBy:
      "an object with `version`, `status` and `eval` that has `task`, `model`, `dataset` and `config`",
    notRead:
      "messages and events; metrics of scores of several parts, and epochs not reduced by their mean; whether a sample is an attack, which the log does not say",
  },
  recognises: ({ root }) => isHeader(root),
  read: ({ root }, caps): OutputReading => {
    const kept = root.get("samples");
    const samples = kept.isList ? new SamplesTally(caps.evidenceEntries) : null;
    for (const sample of kept.items()) samples?.add(sample);
    return { kind: "output", output: outputOf(root, samples) };
  },
});

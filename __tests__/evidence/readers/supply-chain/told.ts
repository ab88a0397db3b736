import type { Fact } from "../../../../src/evidence/output/fact.ts";
import type { ToolOutput } from "../../../../src/evidence/output/output.ts";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted } from "../../../support/read-fixture.ts";

/** A fact of the supply chain on one line. */
function told(fact: Fact): string {
  switch (fact.kind) {
    case "scan":
      return `scan by ${fact.scanner} of ${fact.covered?.join(", ") ?? "?"}`;
    case "issue":
      return `${fact.severity} ${fact.rule} in ${fact.path}${fact.suppressed ? " (suppressed)" : ""}`;
    case "artifact":
      return `${fact.path} ${fact.algorithm} ${fact.digest.slice(0, 8)}`;
    case "dataset":
      return `data ${fact.name} ${fact.digest?.slice(0, 15) ?? "?"}`;
    case "lineage":
      return `${fact.job}: ${fact.inputs.join(", ")} -> ${fact.outputs.join(", ")}`;
    default:
      return fact.kind;
  }
}

export function summary(output: ToolOutput) {
  return {
    facts: output.facts.map(told),
    incomplete: output.incomplete.map(({ code }) => code),
    contradicted: contradicted(output).map(
      ({ name, stated, recomputed }) => `${name}: ${stated}, not ${recomputed}`,
    ),
  };
}

export function readText(text: string) {
  return readOutput(bufferFile("tool.json", text), null, CAPS);
}

export function readJson(content: unknown) {
  return readText(JSON.stringify(content));
}

import { resolve } from "node:path";
import { type Candidate, candidatesIn } from "./candidates.ts";
import { alike } from "./canonical.ts";
import { type ConformanceCase, conformanceCases, versionOf } from "./cases.ts";

/**
 * How each library of CEL does on the specification's own cases. Install them in a folder of their own first:
 * npm install @bufbuild/cel @bufbuild/cel-spec @marcbachmann/cel-js cel-js
 * tsx tools/conformance/run.ts FOLDER
 */
const folder = resolve(process.argv[2] ?? ".");
const cases = await conformanceCases(folder);
const groups = ["core", "extensions", "messages"] as const;

console.log(
  `| library | version | ${groups.map((group) => `${group} (${of(group).length})`).join(" | ")} | wrong in core |`,
);
console.log("| --- | --- | --- | --- | --- | --- |");
for (const candidate of await candidatesIn(folder)) {
  const counts = groups.map((group) => of(group).filter((one) => answer(candidate, one) === "right").length);
  const wrong = of("core").filter((one) => answer(candidate, one) === "wrong").length;
  console.log(
    `| ${candidate.name} | ${versionOf(folder, candidate.name)} | ${counts.join(" | ")} | ${wrong} |`,
  );
  if (process.argv.includes("--failing"))
    for (const one of of("core"))
      if (answer(candidate, one) !== "right")
        console.error(`${candidate.name}: ${answer(candidate, one)}: ${one.expr}`);
}

function of(group: ConformanceCase["group"]): ConformanceCase[] {
  return cases.filter((one) => one.group === group);
}

/** Wrong is another value than the right one, or a value in place of an error; refused is an error in place of a value. */
function answer(
  candidate: Candidate,
  { expr, bindings, expected }: ConformanceCase,
): "right" | "wrong" | "refused" {
  try {
    const found = candidate.evaluate(expr, bindings);
    return expected !== null && alike(expected, found) ? "right" : "wrong";
  } catch {
    return expected === null ? "right" : "refused";
  }
}

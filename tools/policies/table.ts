import { execFileSync } from "node:child_process";
import type { TestedFile } from "../../src/report/policy/tests.ts";

/**
 * Prints every step away from a value of the bundled policies, or of the tests that are named, with the test that notices
 * it: a Markdown table for each policy. Exits with 1 when no test notices some.
 */
const named = process.argv.slice(2);
const files = tested(named.length > 0 ? named : ["policies"]);
let missed = 0;
for (const { path, policy, tests, steps } of files) {
  const all = steps ?? [];
  const values = new Set(all.map(({ path, line, column, pointer }) => `${path}:${line}:${column}${pointer}`));
  const unseen = all.filter(({ noticedBy }) => noticedBy === null).length;
  missed += unseen;
  const noticed = `${all.length - unseen} of ${all.length} steps noticed`;
  console.log(`## ${policy}\n\n${path}: ${tests.length} tests, ${values.size} values, ${noticed}\n`);
  console.log("| value | written | step | noticed by |\n| --- | --- | --- | --- |");
  for (const { path, line, column, pointer, from, to, noticedBy } of all) {
    const value = pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/");
    const step = to === null ? `without ${from}` : `${from} → ${to}`;
    console.log(
      `| ${[value, `${path}:${line}:${column}`, step, noticedBy ?? "**no test**"].map(cell).join(" | ")} |`,
    );
  }
  console.log("");
}
process.exitCode = missed > 0 ? 1 : 0;

function tested(paths: readonly string[]): readonly TestedFile[] {
  const run = ["dist/cli.js", "policy", "test", ...paths, "--thresholds", "--format", "json"];
  const json = execFileSync(process.execPath, run, { encoding: "utf8", maxBuffer: 2 ** 28 });
  return (JSON.parse(json) as { readonly files: readonly TestedFile[] }).files;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

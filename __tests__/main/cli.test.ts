import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { LIFECYCLES } from "../../src/inventory/vocabulary.ts";
import { FORMATS } from "../../src/main/formats.ts";
import { layOut } from "../support/scenario-files.ts";
import { inFolder, runCli, type Said } from "../support/scenario-run.ts";

const PUMPS = { path: "pumps", how: ["shared", "pumps"], body: "" };
const NO_EVIDENCE = { path: "pumps/predictions.csv", how: ["removed"], body: "" };
const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));

const run = (...command: string[]): Promise<Said> => inFolder((folder) => runCli(command, folder));

describe.concurrent("the command line", () => {
  it.each([[["--help"]], [["-h"]], [["help"]]])("tells its commands for %j", async (command) => {
    const { code, stdout, stderr } = await run(...command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: effective-challenge \[options\] \[command\]\n/);
    expect(stdout).toMatch(/^ {2}check \[options\] \[PATH\.\.\.\] +judge the models/m);
  });

  it.each([[["check", "--help"]], [["help", "check"]]])("tells all of check for %j", async (command) => {
    const { code, stdout, stderr } = await run(...command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const options = [
      "--base",
      "--model",
      "--stage",
      "--as-of",
      "--format",
      "--advisory",
      "--exit-zero",
      "--help",
    ];
    expect([...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option)).toEqual(options);
    for (const word of [...FORMATS, ...LIFECYCLES]) expect(stdout).toContain(word);
    const exits = stdout.slice(stdout.indexOf("Exit codes:"), stdout.indexOf("Examples:"));
    expect([...exits.matchAll(/^ {2}(\d) {2}\S/gm)].map(([, exit]) => exit)).toEqual([
      "0",
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(PACKAGE, "utf8"));
    expect(await run("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each<[string[], RegExp]>([
    [[], /Usage: effective-challenge/],
    [["chek"], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [["judge"], /unknown command 'judge'/],
    [["check", "--exitzero"], /unknown option '--exitzero'\n\(Did you mean --exit-zero\?\)/],
    [["check", "--fromat", "json"], /unknown option '--fromat'\n\(Did you mean --format\?\)/],
    [["check", "--advisory=yes"], /unknown option '--advisory=yes'/],
    [["check", "-x"], /unknown option '-x'/],
    [["check", "--format"], /option '--format <format\[=file\]>' argument missing/],
    [["check", "--base"], /option '--base <ref>' argument missing/],
    [["check", "--base", ""], /base/],
    [["check", "--model", ""], /there is no model ""/],
    [["check", "no-such-folder"], /there is no no-such-folder/],
    [["check", "--", "--help"], /there is no --help/],
  ])("refuses %j", async (command, expected) => {
    const { code, stdout, stderr } = await run(...command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(expected);
  });

  it("writes each format where it was asked to, and the rest to standard output", async () => {
    await inFolder(async (folder) => {
      layOut(folder, [PUMPS]);
      const formats = ["--format", "json=report.json", "--format", "text", "--format", "sarif=out=put.sarif"];
      const { code, stdout, stderr } = await runCli(["check", ...formats, "--as-of", "2026-11-23"], folder);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/APPROVE {2}pumps/);
      const json = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
      expect(json).toMatchObject({ schema: "effective-challenge/report/v1", recommendation: "approve" });
      const sarif = JSON.parse(readFileSync(join(folder, "out=put.sarif"), "utf8"));
      expect(sarif).toMatchObject({ version: "2.1.0" });
    });
  });

  it("writes nothing to standard output when every format has a file", async () => {
    await inFolder(async (folder) => {
      layOut(folder, [PUMPS]);
      const said = await runCli(["check", "--format=json=report.json", "--as-of=2026-11-23"], folder);
      const stderr = "effective-challenge: approve (1 model judged)\n";
      expect(said).toEqual({ code: 0, stdout: "", stderr });
    });
  });

  it("is not upset when nobody reads to the end", async () => {
    await inFolder(async (folder) => {
      layOut(folder, [PUMPS]);
      const command = `"${process.execPath}" "${CLI}" check --format json | head -c 1; echo " \${PIPESTATUS[0]}"`;
      const said = await promisify(execFile)("bash", ["-c", command], { cwd: folder });
      expect(said).toEqual({ stdout: "{ 0\n", stderr: "" });
    });
  });

  it.each<[string, string[], number]>([
    ["a hold", [], 1],
    ["a hold under --exit-zero", ["--exit-zero"], 0],
    ["a hold under --advisory", ["--advisory"], 0],
    ["a hold, and a report that cannot be written", ["--format", "json=no/where.json"], 2],
    ["the same under --exit-zero", ["--exit-zero", "--format", "json=no/where.json"], 2],
    ["a hold, and a model that there is not", ["--model", "x"], 2],
  ])("exits after %s", async (_, options, expected) => {
    await inFolder(async (folder) => {
      layOut(folder, [PUMPS, NO_EVIDENCE]);
      const { code, stderr } = await runCli(["check", ...options, "--as-of", "2026-11-23"], folder);
      expect(code, stderr).toBe(expected);
    });
  });

  it.each([[[]], [["--exit-zero"]], [["--advisory"]]])(
    "a wrong policy is told before a hold, whatever the flags: %j",
    async (flags) => {
      await inFolder(async (folder) => {
        layOut(folder, [PUMPS, NO_EVIDENCE]);
        await writeFile(join(folder, "effective-challenge.yaml"), "polcy: baseline\n");
        const { code, stdout, stderr } = await runCli(["check", ...flags], folder);
        expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
        expect(stderr).toMatch(
          /^effective-challenge: effective-challenge\.yaml:1:1: `polcy` .*\n {2}fix: write `policy`/,
        );
      });
    },
  );
});

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inFolder, runCli, type Said } from "../support/scenario-run.ts";

const FIXTURES = fileURLToPath(new URL("../measurement/analysis/fixtures/", import.meta.url));
const NAMES = [
  "champion.csv",
  "challenger.parquet",
  "challenger.jsonl.gz",
  "harvest.parquet",
  "flowers.parquet",
];
const BINARY = ["--task", "binary", "--label", "defaulted", "--positive", "yes", "--score", "probability"];
const FLOWERS = ["flowers.parquet", "--task", "multiclass", "--label", "kind", "--prediction", "said"];

/** The built program in a folder that holds the fixtures and what a case adds. */
const metrics = (command: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Said> =>
  inFolder((folder) => {
    for (const name of NAMES) copyFileSync(join(FIXTURES, name), join(folder, name));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return runCli(["metrics", ...command], folder);
  });

describe.concurrent("metrics", () => {
  it("tells its options and exit codes", async () => {
    const { code, stdout } = await metrics(["--help"]);
    expect(code).toBe(0);
    for (const option of [
      "--task",
      "--label",
      "--score",
      "--segment",
      "--reference",
      "--bootstrap",
      "--confidence",
    ]) {
      expect(stdout).toContain(option);
    }
    const exits = stdout.slice(stdout.indexOf("Exit codes:"), stdout.indexOf("Examples:"));
    expect([...exits.matchAll(/^ {2}(\d) {2}\S/gm)].map(([, exit]) => exit)).toEqual(["0", "1", "2", "4"]);
  });

  it.each([
    [
      "champion.csv",
      [...BINARY, "--threshold", "0.4", "--segment", "sex"],
      /^Metrics$[\s\S]*^Curves$[\s\S]*^By sex$/m,
    ],
    [
      "challenger.jsonl.gz",
      [...BINARY, "--reference", "champion.csv", "--id", "loan"],
      /^On the same 400 rows$/m,
    ],
    [
      "challenger.parquet",
      [...BINARY, "--reference", "champion.csv"],
      /^Change of distribution, from the reference$/m,
    ],
    [
      "harvest.parquet",
      ["--task", "regression", "--label", "yield", "--prediction", "forecast"],
      / {2}r2 +0\.8199 /,
    ],
  ])("measures %s", async (file, options, shows) => {
    const { code, stdout, stderr } = await metrics([file, ...options]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(shows);
  });

  it("reads a class's score by the class's name", async () => {
    const scores = ["a", "b", "c"].flatMap((of) => ["--score", `${of}=p_${of}`]);
    const { code, stdout } = await metrics([...FLOWERS, ...scores]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ {2}roc_auc_ovr, macro +0\.9168 /);
  });

  it("gives the same bytes again, and the seed is a part of them", async () => {
    const command = [
      "champion.csv",
      ...BINARY,
      "--bootstrap",
      "200",
      "--format",
      "json",
      "--entity",
      "applicant",
    ];
    const [first, again, seeded] = await Promise.all([
      metrics(command),
      metrics(command),
      metrics([...command, "--seed", "2026-Q2"]),
    ]);
    expect(first.code).toBe(0);
    expect(again.stdout).toBe(first.stdout);
    const drawn = (said: Said) =>
      JSON.parse(said.stdout).metrics.map((row: { bootstrap: unknown }) => row.bootstrap);
    expect(drawn(seeded)).not.toEqual(drawn(first));
  });

  it.each<[string, string[], RegExp]>([
    ["no task", ["champion.csv", "--label", "defaulted"], /required option '--task <task>'/],
    [
      "an unknown task",
      ["champion.csv", "--task", "binray", "--label", "x"],
      /no task "binray"\n {2}fix: did you mean "binary"/,
    ],
    [
      "an unknown column",
      ["champion.csv", ...BINARY, "--segment", "regoin"],
      /no column "regoin" \(--segment\)\n {2}fix: did you mean "region"\? the columns are "loan", /,
    ],
    [
      "nothing that answers",
      ["champion.csv", "--task", "binary", "--label", "defaulted"],
      /nothing answers for the rows/,
    ],
    [
      "two decisions",
      ["champion.csv", ...BINARY, "--prediction", "decision", "--threshold", "1"],
      /both decide/,
    ],
    [
      "a threshold without a score",
      [
        "champion.csv",
        "--task",
        "binary",
        "--label",
        "defaulted",
        "--prediction",
        "decision",
        "--threshold",
        "1",
      ],
      /needs a score/,
    ],
    [
      "a threshold that is none",
      ["champion.csv", ...BINARY, "--threshold", "half"],
      /--threshold half is no number/,
    ],
    ["no confidence", ["champion.csv", ...BINARY, "--confidence", "95"], /out of range/],
    ["few replicates", ["champion.csv", ...BINARY, "--bootstrap", "10"], /--bootstrap 10 is out of range/],
    ["a seed for nothing", ["champion.csv", ...BINARY, "--seed", "x"], /--seed is for the bootstrap/],
    ["ids for nothing", ["champion.csv", ...BINARY, "--id", "loan"], /--id is for a comparison/],
    [
      "a segment twice",
      ["champion.csv", ...BINARY, "--segment", "sex", "--segment", "sex"],
      /"sex" is given twice/,
    ],
    [
      "the label as the answer",
      ["champion.csv", ...BINARY, "--prediction", "defaulted"],
      /is also the answer/,
    ],
    ["a score of no class", [...FLOWERS, "--score", "p_a"], /names no class/],
    ["a class twice", [...FLOWERS, "--score", "a=p_a", "--score", "a=p_b"], /names a class twice/],
    [
      "a score of a number",
      ["harvest.parquet", "--task", "regression", "--label", "yield", "--score", "forecast"],
      /not for --task regression/,
    ],
    ["an unknown format", ["champion.csv", ...BINARY, "--format", "jason"], /did you mean "json"/],
    [
      "no such file",
      ["champoin.csv", ...BINARY],
      /there is no champoin.csv\n {2}fix: did you mean champion.csv/,
    ],
    ["no such reference", ["champion.csv", ...BINARY, "--reference", "old.csv"], /there is no old.csv/],
  ])("exits 2 for %s", async (_, command, says) => {
    const { code, stdout, stderr } = await metrics(command);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });

  it.each<[string, string, RegExp]>([
    [
      "wrong cells",
      "defaulted,probability\nyes,\nno,x\nyes,0.5\n",
      /rows.csv:2: 1 cell of "probability" is empty[\s\S]*rows.csv:3: 1 cell of "probability" is not a number/,
    ],
    ["no table", "%PDF-1.7\n", /rows.csv: The file is a PDF document/],
    ["numbers for names", "0.5,1\n0.25,0\n", /rows.csv:1: The first line holds numbers/],
    ["an empty file", "", /The file is empty/],
    [
      "a hostile class",
      'defaulted,probability\n"::error::\u001b[31m",1\nno,0\nyes,0\n',
      /has 3: ": :error: :<U\+001B>/,
    ],
  ])("exits 1 for %s", async (_, text, says) => {
    const { code, stdout, stderr } = await metrics(["rows.csv", ...BINARY], { "rows.csv": text });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).toContain("  fix: ");
  });

  it("exits 1 for a folder", async () => {
    const { code, stderr } = await metrics([".", ...BINARY]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/folder|directory/i);
  });
});

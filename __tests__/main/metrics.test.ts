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
const COUNTS = "warehouse/duckdb.csv";
const BINARY = ["--task", "binary", "--label", "defaulted", "--positive", "yes", "--score", "probability"];
const HARVEST = ["harvest.parquet", "--task", "regression", "--label", "yield", "--prediction", "forecast"];
const FLOWERS = ["flowers.parquet", "--task", "multiclass", "--label", "kind", "--prediction", "said"];

/** The built program in a folder that holds the fixtures and what a case adds. */
const metrics = (command: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Said> =>
  inFolder((folder) => {
    for (const name of NAMES) copyFileSync(join(FIXTURES, name), join(folder, name));
    copyFileSync(join(FIXTURES, COUNTS), join(folder, "counts.csv"));
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
      "--count",
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
      "challenger.jsonl.gz",
      [...BINARY, "--reference", "champion.csv", "--id", "loan", "--margin", "0.02"],
      / {2}roc_auc +0\.6842 +0\.7471 +0\.0629 {2}\[0\.019, 0\.107\] +superior$/m,
    ],
    [
      "challenger.parquet",
      [...BINARY, "--reference", "champion.csv"],
      /^Change of distribution, from the reference$/m,
    ],
    [
      "champion.csv",
      [...BINARY, "--threshold", "0.4", "--segment", "sex", "--metric", "roc_auc", "--metric", "log_loss"],
      /Only the metrics that --metric[\s\S]*^ {2}roc_auc [^\n]*\n {2}log_loss [^\n]*\n\nBy sex\n {2}group +n {2}roc_auc +log_loss$/m,
    ],
    [
      "counts.csv",
      [...BINARY, "--prediction", "decision", "--segment", "sex", "--count", "count"],
      /6,000 rows in\s606 lines[\s\S]*count "count"[\s\S]*as many rows as "count" says[\s\S]*^ {2}roc_auc .* 6,000$/m,
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

  it("measures predicted intervals, with or without a predicted number", async () => {
    const files = { "bands.csv": "y,p,lo,hi\n1,1,0,2\n2,2,1,1.5\n3,3,3,3\n4,4,9,9\n" };
    const regression = [
      "bands.csv",
      "--task",
      "regression",
      "--label",
      "y",
      "--lower",
      "lo",
      "--upper",
      "hi",
    ];
    const { code, stdout } = await metrics(regression, files);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ {2}interval_coverage +0\.5000 +\[0\.150, 0\.850\] +wilson/);
    expect(stdout).toMatch(/Not measured without --prediction COLUMN: mean_absolute_error,/);
    const both = await metrics([...regression, "--prediction", "p", "--format", "json"], files);
    const { columns, metrics: rows } = JSON.parse(both.stdout);
    expect(columns).toMatchObject({ lower: "lo", upper: "hi", prediction: "p" });
    expect(rows).toContainEqual(expect.objectContaining({ metric: "mean_interval_width", value: 0.625 }));
  });

  it("measures several labels, by label and in groups", async () => {
    const files = {
      "tags.csv":
        "sport,news,s,n,desk\n1,0,0.9,0.2,a\n0,1,0.4,0.7,b\n1,1,0.8,0.6,a\n0,0,0.1,0.5,a\n1,0,0.3,0.1,a\n1,1,0.6,0.4,a\n",
    };
    const labels = ["tags.csv", "--task", "multilabel", "--label", "sport=sport", "--label", "news=news"];
    const scores = ["--score", "sport=s", "--score", "news=n"];
    const { code, stdout } = await metrics(
      [...labels, ...scores, "--threshold", "0.5", "--segment", "desk"],
      files,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/multilabel · 2 labels · scores of 2 labels · decided at score ≥ 0\.5/);
    expect(stdout).toMatch(/ {2}accuracy +0\.5000 .*wilson +6/);
    expect(stdout).toMatch(/^By label$[\s\S]*^ *sport/m);
    expect(stdout).toMatch(/^By desk$/m);
    const json = await metrics(
      [...labels, "--prediction", "sport=sport", ...scores, "--format", "json"],
      files,
    );
    expect(json).toMatchObject({ code: 2, stderr: expect.stringContaining('for the label "news"') });
  });

  it("compares several labels row by row", async () => {
    const lines = ["id,a,b,pa,pb", "1,1,0,1,0", "2,0,1,1,1", "3,1,1,1,0", "4,0,0,0,0"];
    const files = {
      "new.csv": `${lines.join("\n")}\n`,
      "old.csv": `${lines.join("\n").replace("2,0,1,1", "2,0,1,0")}\n`,
    };
    const { code, stdout } = await metrics(
      [
        ...["new.csv", "--reference", "old.csv", "--id", "id", "--task", "multilabel", "--format", "json"],
        ...["--label", "a=a", "--label", "b=b", "--prediction", "a=pa", "--prediction", "b=pb"],
      ],
      files,
    );
    expect(code).toBe(0);
    const { measures } = JSON.parse(stdout).comparison.value;
    expect(measures[0]).toMatchObject({
      measure: "accuracy",
      result: { value: { reference: 0.75, current: 0.5, difference: -0.25 } },
    });
    expect(measures.map(({ measure }: { measure: string }) => measure)).toContain("hamming_loss");
  });

  it.each([
    [["--lower", "lo"], "an interval has two bounds"],
    [[], "--task regression needs --prediction"],
  ])("refuses a regression with %j alone", async (options, says) => {
    const { code, stderr } = await metrics([
      "harvest.parquet",
      "--task",
      "regression",
      "--label",
      "yield",
      ...options,
    ]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
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
      "a metric that there is not",
      ["champion.csv", ...BINARY, "--metric", "roc_auk"],
      /"roc_auk" is no metric of --task binary\n {2}fix: did you mean --metric roc_auc\?/,
    ],
    [
      "a metric at a threshold",
      ["champion.csv", ...BINARY, "--metric", "recall@0.3"],
      /--metric recall@0\.3 names a threshold\n {2}fix: give --metric recall --threshold 0\.3/,
    ],
    [
      "the negative of a metric",
      ["champion.csv", ...BINARY, "--metric", "neg_log_loss"],
      /"neg_log_loss" is no metric .*\n {2}fix: did you mean --metric log_loss\?/,
    ],
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
    [
      "classes apart for nothing",
      ["champion.csv", ...BINARY, "--stratify"],
      /--stratify is for the bootstrap/,
    ],
    [
      "classes apart where there are none",
      [...HARVEST, "--bootstrap", "200", "--stratify"],
      /--stratify draws each class apart, and --task regression has none/,
    ],
    ["a margin for nothing", ["champion.csv", ...BINARY, "--margin", "0.02"], /--margin is for a comparison/],
    [
      "a margin below 0",
      ["champion.csv", ...BINARY, "--reference", "champion.csv", "--id", "loan", "--margin", "-0.02"],
      /--margin -0.02 is out of range/,
    ],
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
    [
      "a count that is the score",
      ["champion.csv", ...BINARY, "--count", "probability"],
      /--count "probability" has another role too/,
    ],
    [
      "an unknown count",
      ["champion.csv", ...BINARY, "--count", "loans"],
      /no column "loans" \(--count\)\n {2}fix: did you mean "loan"\?/,
    ],
    [
      "a reference without the counts",
      ["counts.csv", ...BINARY, "--count", "count", "--reference", "champion.csv"],
      /champion.csv has no column "count" \(--count\)/,
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

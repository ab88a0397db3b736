#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { FRAMEWORK_NAMES } from "../report/coverage/frameworks.ts";
import type { MetricsOptions } from "./analysis-request.ts";
import { type CheckOptions, check } from "./check.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { failureOf } from "./failure.ts";
import { FORMATS } from "./formats.ts";
import { version } from "./package.ts";
import type { DiffOptions } from "./policy/diff.ts";
import type { ShowOptions } from "./policy/show.ts";
import type { TestOptions } from "./policy/test.ts";
import type { ReportOptions } from "./report.ts";

const EXITS = `
Exit codes:
  0  every judged model: approve or approve-with-conditions; or no model was touched by the change
  1  at least one model on hold
  2  the command line, the trusted configuration or the trusted policy is wrong
  3  there was nothing to judge: no model found
  4  a fault of effective-challenge

Examples:
  effective-challenge check                              every model of this repository
  effective-challenge check models/credit --base main    what this branch changes, under main's policy
  effective-challenge check --model credit --stage production   before a deploy
  effective-challenge check --format text --format json=report.json
`;

const METRICS_EXITS = `
Exit codes:
  0  measured; what is undefined is shown with its reason
  1  the file cannot be measured: it cannot be read, or holds rows or cells that cannot be used
  2  the command line is wrong
  4  a fault of effective-challenge

Examples:
  effective-challenge metrics predictions.csv --task binary --label y_true --score y_score --threshold 0.5
  effective-challenge metrics predictions.parquet --task binary --label y --score p --segment sex --segment age
  effective-challenge metrics new.csv --reference old.csv --id id --task regression --label y --prediction y_hat
`;

const SHOW_EXITS = `
Exit codes:
  0  shown
  2  the command line or the policy is wrong

Examples:
  effective-challenge policy show --tier high                          what judges this repository
  effective-challenge policy show baseline --tier high --stage staging
  effective-challenge policy show main:governance/policy.yaml --tier critical
`;

const DIFF_EXITS = `
Exit codes:
  0  shown
  1  with --exit-code: something is looser, or may be and has to be read
  2  the command line or one of the policies is wrong
  3  with --against: no model found
  4  a fault of effective-challenge

Examples:
  effective-challenge policy diff main                                  what this work tree loosens
  effective-challenge policy diff baseline governance/policy.yaml
  effective-challenge policy diff v1.0:governance/policy.yaml --against models --exit-code
`;

const REPORT_HELP = `
Frameworks:
${Object.entries(FRAMEWORK_NAMES)
  .map(([id, name]) => `  ${id.padEnd(14)} ${name}`)
  .join("\n")}

Exit codes:
  0  shown, whatever was found
  2  the command line, the trusted configuration, the trusted policy or the stored report is wrong
  3  there was nothing to show: no model found
  4  a fault of effective-challenge

Examples:
  effective-challenge report --framework nist-ai-rmf                      every model of this repository
  effective-challenge report --framework eu-ai-act models/credit --format markdown=coverage.md
  effective-challenge report --framework iso-42001 --from report.json     of a report that check wrote
`;

const TEST_EXITS = `
Exit codes:
  0  every test passes
  1  a test fails; with --strict also when a rule or a threshold is not reached
  2  the command line, a file of tests or a policy is wrong
  4  a fault of effective-challenge

Examples:
  effective-challenge policy test                                        every test of this repository
  effective-challenge policy test governance/model-policy.test.yaml
  effective-challenge policy test policies --thresholds --strict         before a policy is merged
`;

async function run(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = new Command("effective-challenge")
    .description(
      "Challenges models: reads the model card and the evidence, recomputes the reported numbers, recommends.",
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError("(--help shows what there is)")
    .configureHelp({ helpWidth: 100 });
  program
    .command("check")
    .description("judge the models below PATH, by default all of this repository")
    .argument("[PATH...]", "folders, or model cards")
    .option(
      "--base <ref>",
      "compare with this branch, tag or commit; its policy and configuration are in force",
    )
    .option("--model <id>", "judge this model alone")
    .option("--stage <stage>", "judge as if at this stage: development, staging, production, retired")
    .option("--as-of <date>", "judge as of this UTC date, YYYY-MM-DD (default: today)")
    .option(
      "--format <format[=file]>",
      `how to show the report: ${FORMATS.join(", ")}; repeatable (default: text)`,
      listed,
    )
    .option("--advisory", "the gate only advises: a hold exits 0, and the report says so")
    .option("--exit-zero", "a hold exits 0; the report does not know of it")
    .addHelpText("after", EXITS)
    .exitOverride()
    .action(async (paths: string[], options: CheckOptions) => {
      code = await check(paths, options);
    });
  program
    .command("report")
    .description("show what is checked of a framework's items, model by model; it judges nothing")
    .argument("[PATH...]", "folders, or model cards")
    .requiredOption("--framework <name>", `one of: ${Object.keys(FRAMEWORK_NAMES).join(", ")}`)
    .option("--from <file>", "show it of the JSON report of an earlier run")
    .option(
      "--base <ref>",
      "compare with this branch, tag or commit; its policy and configuration are in force",
    )
    .option("--model <id>", "show this model alone")
    .option("--stage <stage>", "judge as if at this stage: development, staging, production, retired")
    .option("--as-of <date>", "judge as of this UTC date, YYYY-MM-DD (default: today)")
    .option(
      "--format <format[=file]>",
      "how to show it: text, json, markdown; repeatable (default: text)",
      listed,
    )
    .addHelpText("after", REPORT_HELP)
    .exitOverride()
    .action(async (paths: string[], options: ReportOptions) => {
      code = await (await import("./report.ts")).report(paths, options);
    });
  program
    .command("metrics")
    .description("measure one file of predictions: CSV, JSON Lines or Parquet")
    .argument("<FILE>", "the file, also compressed with gzip")
    .requiredOption("--task <task>", "binary, multiclass, multilabel or regression")
    .requiredOption(
      "--label <column>",
      "the truth; for multilabel LABEL=COLUMN, once for every label",
      listed,
    )
    .option(
      "--score <column>",
      "the positive class's score; for multiclass and multilabel CLASS=COLUMN, once for every class",
      listed,
    )
    .option(
      "--prediction <column>",
      "the decision, or the predicted number; for multilabel LABEL=COLUMN",
      listed,
    )
    .option("--lower <column>", "the lower bound of a predicted interval")
    .option("--upper <column>", "the upper bound of a predicted interval")
    .option("--threshold <t>", "decide for the positive class where score ≥ t")
    .option("--positive <class>", "the positive class, unless the classes are 0 and 1")
    .option("--weight <column>", "how much each row counts")
    .option("--count <column>", "how many rows each line stands for, in a table of pre-aggregated counts")
    .option("--segment <column>", "measure by its values, and by all segments together; repeatable", listed)
    .option("--entity <column>", "whose rows the bootstrap draws together")
    .option("--reference <file>", "show what changed against this file")
    .option("--id <column>", "compare with the reference row by row")
    .option("--bootstrap <n>", "also BCa intervals from n replicates")
    .option("--stratify", "the bootstrap keeps the number of rows of each class")
    .option(
      "--margin <m>",
      "the largest loss against the reference, in a metric's own unit, that is still non-inferior",
    )
    .option("--seed <text>", "seeds the bootstrap, beside the file's SHA-256")
    .option("--confidence <level>", "of every interval (default: 0.95)")
    .option("--format <format>", "text or json (default: text)")
    .addHelpText("after", METRICS_EXITS)
    .exitOverride()
    .action(async (file: string, options: MetricsOptions) => {
      code = await (await import("./metrics.ts")).metrics(file, options);
    });
  const policy = program.command("policy").description("show, test and compare policies").exitOverride();
  policy
    .command("show")
    .description("the effective policy for a tier and stage, with the file and line of every value")
    .argument("[POLICY]", "a bundled policy, a file, a git ref or REF:PATH (default: this repository's)")
    .requiredOption("--tier <tier>", "low, medium, high or critical")
    .option("--stage <stage>", "development, staging, production or retired (default: production)")
    .option("--format <format>", "text or json (default: text)")
    .addHelpText("after", SHOW_EXITS)
    .exitOverride()
    .action(async (named: string | undefined, options: ShowOptions) => {
      code = await (await import("./policy/show.ts")).show(named, options);
    });
  policy
    .command("test")
    .description("run policy tests, and show the rules and thresholds that none of them reached")
    .argument(
      "[FILE...]",
      "files, or folders with *.test.yaml (default: governance/, policies/ and beside the policy)",
    )
    .option(
      "--thresholds",
      "change each value of the policy by one step, and show which change no test notices",
    )
    .option("--strict", "what no test reached exits 1, too")
    .option("--format <format>", "text or json (default: text)")
    .addHelpText("after", TEST_EXITS)
    .exitOverride()
    .action(async (files: string[], options: TestOptions) => {
      code = await (await import("./policy/test.ts")).test(files, options);
    });
  policy
    .command("diff")
    .description("what NEW asks for that OLD does not, and the other way round: looser first, in words")
    .argument("<OLD>", "a bundled policy, a file, a git ref or REF:PATH")
    .argument("[NEW]", "the same (default: this repository's)")
    .option("--against <path...>", "judge the models there under both, and say what changes for each")
    .option("--stage <stage>", "judge them as if at this stage: development, staging, production, retired")
    .option("--as-of <date>", "judge them as of this UTC date, YYYY-MM-DD (default: today)")
    .option("--exit-code", "exit with 1 when something is looser, or may be")
    .option("--format <format[=file]>", "text, json or markdown; repeatable (default: text)", listed)
    .addHelpText("after", DIFF_EXITS)
    .exitOverride()
    .action(async (old: string, young: string | undefined, options: DiffOptions) => {
      code = await (await import("./policy/diff.ts")).diff(old, young, options);
    });
  await program.parseAsync([...argv]);
  return code;
}

/** An option that may be given several times. */
function listed(written: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), written];
}

// Who stops reading (`| head`) has seen enough; the answer stays what it is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

try {
  process.exitCode = await run(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  else {
    const { code, lines } = failureOf(error);
    process.stderr.write(`effective-challenge: ${lines.join("\n")}\n`);
    process.exitCode = code;
  }
}

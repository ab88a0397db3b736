import type { Command } from "commander";
import type { DiffOptions } from "../policy/diff.ts";
import type { ShowOptions } from "../policy/show.ts";
import type { TestOptions } from "../policy/test.ts";
import type { Exits } from "./exits.ts";
import { listed } from "./listed.ts";

const SHOW_EXITS = `
Exit codes:
  0  shown
  2  the command line or the policy is wrong

Examples:
  effective-challenge policy show --tier high                          what judges this repository
  effective-challenge policy show baseline --tier high --stage staging
  effective-challenge policy show main:governance/policy.yaml --tier critical
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

/** Shows, tests and compares policies. */
export function policyCommand(program: Command, exits: Exits): void {
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
      exits(await (await import("../policy/show.ts")).show(named, options));
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
      exits(await (await import("../policy/test.ts")).test(files, options));
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
      exits(await (await import("../policy/diff.ts")).diff(old, young, options));
    });
}

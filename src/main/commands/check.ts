import type { Command } from "commander";
import type { CheckOptions } from "../check.ts";
import { FORMATS } from "../formats.ts";
import type { Exits } from "./exits.ts";
import { listed } from "./listed.ts";

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

/** Judges models. */
export function checkCommand(program: Command, exits: Exits): void {
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
      exits(await (await import("../check.ts")).check(paths, options));
    });
}

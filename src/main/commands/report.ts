import type { Command } from "commander";
import { FRAMEWORK_NAMES } from "../../report/coverage/frameworks.ts";
import type { ReportOptions } from "../report.ts";
import type { Exits } from "./exits.ts";
import { listed } from "./listed.ts";

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

/** Shows what is checked of a framework's items. */
export function reportCommand(program: Command, exits: Exits): void {
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
      exits(await (await import("../report.ts")).report(paths, options));
    });
}

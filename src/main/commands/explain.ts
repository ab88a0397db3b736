import type { Command } from "commander";
import type { ExplainOptions } from "../explain.ts";
import type { Exits } from "./exits.ts";

const EXPLAIN_EXITS = `
Exit codes:
  0  shown
  2  the command line, the trusted configuration or the trusted policy is wrong; there is no such rule or model

Examples:
  effective-challenge explain performance/claims-reproduce     a rule, and what this repository's policy makes of it
  effective-challenge explain models/credit                    how the tier came about, and what would change it
  effective-challenge explain credit-default --format json     the same of a model by its id
`;

/** Explains a rule, or the tier of a model. */
export function explainCommand(program: Command, exits: Exits): void {
  program
    .command("explain")
    .description(
      "a rule and what this repository's policy makes of it, or how the tier of a model came about",
    )
    .argument("<RULE|MODEL>", "the id of a rule; the folder, the card or the id of a model")
    .option("--format <format>", "text or json (default: text)")
    .addHelpText("after", EXPLAIN_EXITS)
    .exitOverride()
    .action(async (named: string, options: ExplainOptions) => {
      exits(await (await import("../explain.ts")).explain(named, options));
    });
}

import type { Command } from "commander";
import type { MetricsOptions } from "../analysis-request.ts";
import type { Exits } from "./exits.ts";
import { listed } from "./listed.ts";

const METRICS_EXITS = `
Exit codes:
  0  measured; what is undefined is shown with its reason
  1  the file cannot be measured: it cannot be read, or holds rows or cells that cannot be used
  2  the command line is wrong
  4  a fault of effective-challenge

Examples:
  effective-challenge metrics predictions.csv --task binary --label y_true --score y_score --threshold 0.5
  effective-challenge metrics predictions.parquet --task binary --label y --score p --segment sex --segment age
  effective-challenge metrics predictions.csv --task binary --label y --score p --metric roc_auc --metric log_loss
  effective-challenge metrics new.csv --reference old.csv --id id --task regression --label y --prediction y_hat
`;

/** Measures one file of predictions. */
export function metricsCommand(program: Command, exits: Exits): void {
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
    .option(
      "--metric <name>",
      "only this metric, of all rows and of each group, without curves, calibration and disparities; repeatable",
      listed,
    )
    .option("--format <format>", "text or json (default: text)")
    .addHelpText("after", METRICS_EXITS)
    .exitOverride()
    .action(async (file: string, options: MetricsOptions) => {
      exits(await (await import("../metrics.ts")).metrics(file, options));
    });
}

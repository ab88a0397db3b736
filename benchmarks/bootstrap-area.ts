import { basename, dirname } from "node:path";
import { rocAuc } from "../src/statistics/ranking/roc-auc.ts";
import { bootstrapMetric } from "../src/statistics/resampling/bootstrap-metric.ts";
import { readTable } from "../src/tables/read.ts";
import { numberColumn } from "../src/tables/table.ts";
import { CAPS } from "../src/workspace/caps.ts";
import { isRefusal } from "../src/workspace/tree.ts";
import { workTree } from "../src/workspace/work-tree.ts";

/** Prints the percentile interval of the area under the ROC curve of FILE, from so many replicates. */
const [path, replicates] = [process.argv[2]!, Number(process.argv[3])];
const tree = await workTree(dirname(path), CAPS, null);
const file = await tree.open(basename(path));
if (isRefusal(file)) throw new Error(file.says);
const table = await readTable(
  [file],
  [
    { column: "label", as: "number" },
    { column: "score", as: "number" },
  ],
  CAPS,
);
if ("failed" in table) throw new Error(table.says);
const drawn = bootstrapMetric(
  rocAuc,
  {
    task: "binary",
    classes: ["0", "1"],
    positive: Uint8Array.from(numberColumn(table, "label")!.values),
    decision: null,
    score: numberColumn(table, "score")!.values,
    weight: null,
  },
  {},
  { byClass: false, entity: null },
  {
    method: "bootstrap-percentile",
    replicates,
    confidence: 0.95,
    seed: { data: "0".repeat(64), policy: "" },
  },
);
if (typeof drawn === "string") throw new Error(drawn);
console.log(JSON.stringify([drawn.interval.low, drawn.interval.high]));

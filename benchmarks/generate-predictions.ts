import { closeSync, openSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { randomNumbers } from "./random.ts";

const SEED = 3;
const REGIONS = ["north", "south", "east", "west", "centre"];
const ROWS_AT_ONCE = 10_000;

export type TextFormat = "csv" | "jsonl";

interface Row {
  readonly id: string;
  readonly label: number;
  readonly score: number;
  readonly sex: string;
  readonly region: string;
}

/**
 * Writes `rows` predictions of a binary model: about a third positive, scores as a model writes them, with all
 * digits of a double and nearly all distinct, two segment columns, and an id that is not asked for.
 */
export function generatePredictions(path: string, rows: number, format: TextFormat): void {
  const random = randomNumbers(SEED);
  const file = openSync(path, "w");
  try {
    if (format === "csv") writeSync(file, "id,label,score,sex,region\n");
    for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
      const count = Math.min(ROWS_AT_ONCE, rows - first);
      const lines = Array.from({ length: count }, (_, index) => line(row(first + index, random), format));
      writeSync(file, lines.join(""));
    }
  } finally {
    closeSync(file);
  }
}

/** Labels come true as often as a score near the one that is written says, so that it is nearly calibrated. */
function row(index: number, random: () => number): Row {
  const spread = random() + random() + random() + random() - 2;
  const score = 1 / (1 + Math.exp(0.9 - 3 * spread));
  const chance = 1 / (1 + Math.exp(0.8 - 2.7 * spread));
  return {
    id: `r${index + 1}`,
    label: random() < chance ? 1 : 0,
    score,
    sex: random() < 0.45 ? "female" : "male",
    region: REGIONS[Math.floor(random() ** 1.5 * REGIONS.length)]!,
  };
}

function line(row: Row, format: TextFormat): string {
  if (format === "jsonl") return `${JSON.stringify(row)}\n`;
  return `${row.id},${row.label},${row.score},${row.sex},${row.region}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, rows = "1000000"] = process.argv.slice(2);
  if (path === undefined || !/^[1-9]\d{0,7}$/.test(rows)) {
    console.error(
      "usage: npx tsx benchmarks/generate-predictions.ts FILE.csv|FILE.jsonl [ROWS, 1 to 99999999]",
    );
    process.exit(2);
  }
  generatePredictions(path, Number(rows), path.endsWith(".jsonl") ? "jsonl" : "csv");
}

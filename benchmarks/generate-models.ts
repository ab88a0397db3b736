import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomNumbers } from "./random.ts";

const ROWS = 200;
const THRESHOLD = 0.5;
const DEFAULT_COUNT = 1_000;

interface Row {
  readonly id: string;
  readonly positive: boolean;
  readonly score: string;
  readonly region: "north" | "south";
}

/**
 * Writes `count` small binary models into `folder`, each with a native card, an artifact and 200 predictions. The
 * card's numbers are counted from the predictions as written, so every claim reproduces. Same count, same bytes.
 */
export function generateModels(folder: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const id = `generated-${String(index + 1).padStart(5, "0")}`;
    const home = join(folder, "models", id);
    mkdirSync(join(home, "evidence"), { recursive: true });
    const rows = predictions(randomNumbers(index + 1));
    const table = `id,label,score,region\n${rows.map(asLine).join("\n")}\n`;
    const artifact = `${JSON.stringify({ kind: "generated for a benchmark", seed: index + 1 })}\n`;
    writeFileSync(join(home, "model.json"), artifact);
    writeFileSync(join(home, "evidence", "test-predictions.csv"), table);
    writeFileSync(join(home, "model-card.yaml"), card(id, rows, sha256(table), sha256(artifact)));
  }
}

function predictions(random: () => number): Row[] {
  return Array.from({ length: ROWS }, (_, index) => {
    const positive = random() < 0.35;
    const centre = positive ? 0.72 : 0.28;
    const score = Math.min(1, Math.max(0, centre + (random() - 0.5) * 0.8)).toFixed(4);
    return { id: `r${index + 1}`, positive, score, region: random() < 0.5 ? "north" : "south" };
  });
}

function asLine({ id, positive, score, region }: Row): string {
  return `${id},${positive ? 1 : 0},${score},${region}`;
}

const selected = (row: Row) => Number(row.score) >= THRESHOLD;

function share(rows: readonly Row[], counted: (row: Row) => boolean): string {
  return (rows.filter(counted).length / rows.length).toFixed(3);
}

function recall(rows: readonly Row[]): string {
  const positives = rows.filter((row) => row.positive);
  return share(positives, selected);
}

function card(id: string, rows: readonly Row[], tableDigest: string, artifactDigest: string): string {
  const chosen = rows.filter(selected);
  const north = rows.filter((row) => row.region === "north");
  return `model:
  id: ${id}
  name: Generated model ${id}
  version: 1.0.0
  task: binary-classification
  lifecycle: staging
  owners: [{ name: Benchmark, role: developer, contact: benchmark@example.com }]
  artifacts: [{ path: model.json, sha256: ${artifactDigest} }]
risk:
  tier: low
  rationale: Made by a program and used by nobody.
  factors: { domain: maintenance, autonomy: advisory, people_affected: 0, sensitive_attributes: [],
             external_facing: false, generative: false, tool_use: false, regulated: false }
use:
  intended: Gives the gate something to read, so that its speed can be measured.
  out_of_scope: [Any other use.]
prediction: { threshold: ${THRESHOLD} }
data:
  - { split: test, dataset: generated, path: evidence/test-predictions.csv, rows: ${ROWS}, sha256: ${tableDigest} }
metrics:
  - { name: accuracy, value: ${share(rows, (row) => row.positive === selected(row))}, split: test }
  - { name: precision, value: ${share(chosen, (row) => row.positive)}, split: test }
  - { name: recall, value: ${recall(rows)}, split: test }
  - { name: recall, value: ${recall(north)}, split: test, slice: { region: north } }
evidence:
  - { id: test-predictions, kind: predictions, path: evidence/test-predictions.csv, split: test,
      sha256: ${tableDigest},
      columns: { id: id, label: label, score: score, segments: [region] } }
limitations: [The predictions are random numbers around two centres.]
validation: { date: 2026-11-01, next_review: 2027-11-01 }
`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count = String(DEFAULT_COUNT)] = process.argv.slice(2);
  if (folder === undefined || !/^[1-9]\d{0,4}$/.test(count)) {
    console.error("usage: npx tsx benchmarks/generate-models.ts FOLDER [COUNT, 1 to 99999]");
    process.exit(2);
  }
  generateModels(folder, Number(count));
}

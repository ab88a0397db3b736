import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LEVELS = 10_000;
const CLAIMS = 5_000;
const APPROVAL = "  - { model: pumps, version: 2.0.1, by: Ann Lee, role: validator, date: 2026-11-20 }\n";

/** Contents that are too large, or too deep, to be written out. */
export const MADE: ReadonlyMap<string, () => string | Uint8Array> = new Map<
  string,
  () => string | Uint8Array
>([
  [
    "a line of 100 MB",
    () => Buffer.concat([Buffer.from("id,y_true,y_score\n"), Buffer.alloc(100_000_000, "7")]),
  ],
  [
    "10,000 levels of YAML",
    () => `model: { id: deep }\nx-deep: ${"[".repeat(LEVELS)}${"]".repeat(LEVELS)}\n`,
  ],
  ["10,000 levels of YAML blocks", () => `model: { id: deep }\nx-deep:\n${blocks()}`],
  [
    "10,000 levels of JSON",
    () => `{ "model": { "id": "deep" }, "x-deep": ${'{"a":'.repeat(LEVELS)}1${"}".repeat(LEVELS)} }\n`,
  ],
  [
    "10,000 levels of JSON Lines",
    () => `{"y_true":1,"y_score":${"[".repeat(LEVELS)}1${"]".repeat(LEVELS)}}\n`,
  ],
  [
    "rows for 50 MB, gzipped",
    () => gzipSync(`row,returned,score,region\n${"r,1,0.5,x\n".repeat(5_000_000)}`),
  ],
  ["the baseline policy", () => baseline()],
  [
    "the baseline policy without one rule",
    () =>
      baseline().replace("inventory/unique-id: { severity: high }", "inventory/unique-id: { severity: off }"),
  ],
  [
    "half a gzip",
    () => gzipSync(`row,returned,score,region\n${"r1,1,0.5,north\n".repeat(9_000)}`).subarray(0, 120),
  ],
  ["100 MB of zeros, gzipped", () => gzipSync(Buffer.alloc(100_000_000))],
  ["approvals of 5 MB", () => `approvals:\n${APPROVAL.repeat(65_000)}`],
  ["5,000 approvals", () => `approvals:\n${APPROVAL.repeat(5_000)}`],
  [
    "a card with 5,000 claims",
    () => `${CARD}metrics:\n${"  - { name: roc_auc, value: 0.901, split: test }\n".repeat(CLAIMS)}`,
  ],
  [
    "a card with 5,001 claims",
    () => `${CARD}metrics:\n${"  - { name: roc_auc, value: 0.901, split: test }\n".repeat(CLAIMS + 1)}`,
  ],
]);

const CARD = `model: { id: pumps, name: Pumps, version: 2.0.1, task: binary-classification, lifecycle: production,
         owners: [{ name: Workshop, role: developer, contact: workshop@example.com }] }
risk:
  tier: low
  factors: { domain: maintenance, autonomy: human-in-the-loop, people_affected: 0, sensitive_attributes: [],
             external_facing: false, generative: false, tool_use: false, regulated: false }
use: { intended: Orders the weekly list of pumps to open up. }
prediction: { threshold: 0.5 }
evidence: [{ kind: predictions, path: predictions.csv, split: test }]
limitations: [Pumps older than ten years are not in the data.]
`;

function baseline(): string {
  return readFileSync(new URL("../../policies/baseline.yaml", import.meta.url), "utf8");
}

function blocks(): string {
  return `${Array.from({ length: LEVELS }, (_, level) => `${" ".repeat(level + 1)}a:`).join("\n")} 1\n`;
}

// Runs the bundle on the examples as a user would, under the Node that runs this file, and checks what it recommends.
import { execFileSync } from "node:child_process";

const EXPECTED = {
  "breast-cancer-triage": "hold",
  "diabetes-progression": "approve-with-conditions",
  "digit-reader": "hold",
  "follow-up-priority": "hold",
  "order-assistant": "hold",
  "permit-parity": "approve-with-conditions",
  "wine-cultivar": "approve",
};

const written = execFileSync(
  process.execPath,
  ["dist/cli.js", "check", "examples", "--exit-zero", "--as-of", "2026-11-23", "--format", "json"],
  { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
);
const { models } = JSON.parse(written);
const given = Object.fromEntries(models.map(({ id, recommendation }) => [id, recommendation]));
if (JSON.stringify(given) !== JSON.stringify(EXPECTED)) {
  console.error(`Node ${process.version}: expected ${JSON.stringify(EXPECTED)}, got ${JSON.stringify(given)}`);
  process.exit(1);
}
console.log(`Node ${process.version}: ${models.length} examples as expected`);

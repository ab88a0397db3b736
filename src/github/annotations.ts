import { renderAnnotations } from "../report/renderings/github.ts";
import type { Report } from "../report/report.ts";

/** GitHub shows this many of each level a step; warnings of our own come out of the same ten. */
const PER_STEP = 10;

export function printAnnotations(report: Report, warningsTaken: number): void {
  const warnings = Math.max(0, PER_STEP - warningsTaken);
  const { lines } = renderAnnotations(report, { errors: PER_STEP, warnings });
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

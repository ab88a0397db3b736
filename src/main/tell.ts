/** What the operator should know beside what was asked for. */
export function tell(...lines: readonly string[]): void {
  process.stderr.write(`effective-challenge: ${lines.join("\n")}\n`);
}

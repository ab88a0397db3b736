/** What turns one text into another, line by line, as `diff` shows it. For texts of a page: quadratic in their lines. */
export function lineDiff(before: string, after: string): string {
  const [was, is] = [before.trimEnd().split("\n"), after.trimEnd().split("\n")];
  const common = longestCommon(was, is);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      lines.push(`  ${was[i++]}`);
      j++;
    } else if (j >= is.length || (i < was.length && common(i + 1, j) >= common(i, j + 1))) {
      lines.push(`- ${was[i++]}`);
    } else lines.push(`+ ${is[j++]}`);
  }
  return lines.join("\n");
}

/** How many lines the rests of both, from i and from j on, have in common in one order. */
function longestCommon(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, right] = [lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!];
      const diagonal = lengths[(i + 1) * width + j + 1]!;
      lengths[i * width + j] = a[i] === b[j] ? diagonal + 1 : Math.max(down, right);
    }
  }
  return (i, j) => lengths[i * width + j]!;
}

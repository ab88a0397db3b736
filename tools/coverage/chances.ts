/** ln k! for k from 0 to `most`. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let k = 1; k <= most; k++) logs[k] = logs[k - 1]! + Math.log(k);
  return logs;
}

/** The chances of 0 to n successes in n trials. */
export function binomial(n: number, share: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) => multinomial([k, n - k], [share, 1 - share]));
}

const LOGS = logFactorials(4000);

/** The chance of these counts for these shares, which sum to 1. */
export function multinomial(counts: readonly number[], shares: readonly number[]): number {
  let log = LOGS[counts.reduce((sum, count) => sum + count, 0)]!;
  counts.forEach((count, index) => {
    if (count > 0) log += count * Math.log(shares[index]!);
    log -= LOGS[count]!;
  });
  return Math.exp(log);
}

/** `parts` numbers from `first` in equal steps, without the rounding of repeated addition. */
export function steps(first: number, step: number, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, index) => Number((first + index * step).toFixed(6)));
}

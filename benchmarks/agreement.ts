/** What `metrics --format json` says, as far as the peer says it too. */
interface Ours {
  readonly metrics: readonly Row[];
  readonly segments: readonly {
    readonly by: readonly string[];
    readonly groups: readonly {
      readonly values: Readonly<Record<string, string>>;
      readonly metrics: readonly Row[];
    }[];
  }[];
}

interface Row {
  readonly metric: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number; readonly method: string } | null;
}

type Theirs = Readonly<Record<string, number>>;

/** The share by which two numbers that mean the same may differ. */
const CLOSE = 1e-9;
const NORMAL_95 = 1.959963984540054;

/**
 * How many numbers of the peer were found again.
 * @throws Error at the first that differs, since then the two programs were not asked the same.
 */
export function agreeing(
  ours: Ours,
  peer: Theirs & { readonly by: readonly Readonly<Record<string, Theirs>>[] },
): number {
  const groups = ours.segments.flatMap((segment, index) =>
    segment.groups.map((group) => {
      const names = segment.by.map((column) => group.values[column]!);
      const name = names.length === 1 ? `('${names[0]}',)` : `('${names.join("', '")}')`;
      return compared(group.metrics, peer.by[index]![name] ?? peer.by[index]![names[0]!]!, name);
    }),
  );
  return [compared(ours.metrics, peer, "all rows"), ...groups].reduce((sum, count) => sum + count, 0);
}

function compared(rows: readonly Row[], peer: Theirs, where: string): number {
  let count = 0;
  for (const { metric, parameters, value, interval } of rows) {
    const beta = parameters.beta;
    const name = metric === "fbeta" ? `f${beta}` : metric;
    const theirs = peer[name];
    if (theirs === undefined) continue;
    same(`${name} of ${where}`, value, theirs);
    count++;
    if (interval?.method !== "delong") continue;
    same(`DeLong's deviation of ${where}`, (interval.high - interval.low) / 2 / NORMAL_95, peer.delong!);
    count++;
  }
  return count;
}

function same(what: string, ours: number, theirs: number): void {
  if (Math.abs(ours - theirs) <= CLOSE * Math.max(Math.abs(theirs), 1e-3)) return;
  throw new Error(`${what} is ${ours} here and ${theirs} there`);
}

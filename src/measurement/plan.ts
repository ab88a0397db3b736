import {
  type DigestNeed,
  type GroupsNeed,
  keyOf,
  type MetricNeed,
  type Need,
  type OverlapNeed,
  type RowsNeed,
} from "./need.ts";

/** What one table must answer in its one reading. */
export interface TablePlan {
  readonly metrics: MetricNeed[];
  readonly groups: GroupsNeed[];
  rows: RowsNeed | null;
  /** Its ids are wanted for a comparison with another table. */
  ids: boolean;
}

/** All needs of all rules of one model, each once, gathered by table. */
export interface Plan {
  readonly tables: ReadonlyMap<string, TablePlan>;
  readonly overlaps: readonly OverlapNeed[];
  readonly digests: readonly DigestNeed[];
}

export function planOf(needs: Iterable<Need>): Plan {
  const tables = new Map<string, TablePlan>();
  const overlaps: OverlapNeed[] = [];
  const digests: DigestNeed[] = [];
  const seen = new Set<string>();
  const table = (id: string): TablePlan => {
    const planned = tables.get(id) ?? { metrics: [], groups: [], rows: null, ids: false };
    tables.set(id, planned);
    return planned;
  };
  for (const need of needs) {
    const key = keyOf(need);
    if (seen.has(key)) continue;
    seen.add(key);
    switch (need.kind) {
      case "metric":
        table(need.table).metrics.push(need);
        break;
      case "rows":
        table(need.table).rows = need;
        break;
      case "groups":
        table(need.table).groups.push(need);
        break;
      case "overlap":
        overlaps.push(need);
        table(need.left).ids = true;
        table(need.right).ids = true;
        break;
      case "digest":
        digests.push(need);
        break;
    }
  }
  return { tables, overlaps, digests };
}

export function metricsIn(plan: Plan): MetricNeed[] {
  return [...plan.tables.values()].flatMap(({ metrics }) => metrics);
}

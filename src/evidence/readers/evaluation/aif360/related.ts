/** A metric of one model and one data set that others of the same give. */
interface Relation {
  readonly from: readonly string[];
  readonly by: (...others: readonly number[]) => number;
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  "error rate": complementOf("accuracy"),
  "false negative rate": complementOf("true positive rate"),
  "false positive rate": complementOf("true negative rate"),
  "false discovery rate": complementOf("positive predictive value"),
  "false omission rate": complementOf("negative predictive value"),
  "average odds difference": {
    from: ["false positive rate difference", "true positive rate difference"],
    by: (first = Number.NaN, second = Number.NaN) => (first + second) / 2,
  },
  "coefficient of variation": {
    from: ["generalized entropy index"],
    by: (index = Number.NaN) => Math.sqrt(2 * index),
  },
};

function complementOf(other: string): Relation {
  return { from: [other], by: (value = Number.NaN) => 1 - value };
}

/** More of one name than these are a history of models, in which everything fits something. */
const MOST_OF_A_NAME = 20;

/**
 * What others of the same file give for a metric, nearest to what is stated: a file may have a metric twice, before and
 * after a mitigation. Null where nothing gives it.
 */
export function fromOthers(
  key: string,
  stated: number,
  valuesOf: (key: string) => readonly number[],
): { readonly from: readonly string[]; readonly value: number } | null {
  const relation = Object.hasOwn(RELATIONS, key) ? RELATIONS[key] : undefined;
  if (relation === undefined) return null;
  const [first = [], second = [Number.NaN]] = relation.from.map(valuesOf);
  if (Math.max(first.length, second.length) > MOST_OF_A_NAME) return null;
  const given = first
    .flatMap((one) => second.map((other) => relation.by(one, other)))
    .filter(Number.isFinite);
  const [value] = given.sort((one, other) => Math.abs(one - stated) - Math.abs(other - stated));
  return value === undefined ? null : { from: relation.from, value };
}

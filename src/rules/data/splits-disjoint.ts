import type { EvidenceTable } from "../../evidence/table.ts";
import type { OverlapNeed } from "../../measurement/need.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

interface Parameters {
  readonly required: readonly string[];
}

export default defineRule<Parameters>({
  id: "data/splits-disjoint",
  question: "Do training and evaluation share no row?",
  why: "A row that the model was trained on measures memory, not performance. It is the most common reason why a model is worse in production than in its card.",
  controls: ["DAT-03"],
  remedy: {
    says: "Name the rows of each split by the same id; of the training rows a file of ids alone is enough. Rows that are in both have to leave one of them, and the model has to be trained and evaluated again.",
    yaml: `
data:
  - { split: train, path: evidence/train-ids.csv, columns: { id: loan_id } }
evidence:
  - { kind: predictions, path: evidence/test-predictions.csv, split: test,
      columns: { id: loan_id, label: defaulted, score: probability } }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
data:
  - { split: train, path: train.csv }
  - { split: test, path: test.csv }
`,
      "train.csv": `
id
r1
r2
r3
`,
      "test.csv": `
id
r3
r4
`,
    },
    passing: {
      "test.csv": { "r3\n": "r5\n" },
    },
  },
  parameters: {
    required: {
      description: "Splits whose rows must be there to compare.",
      stricter: "joined",
      default: ["train", "test"],
      type: "array",
      items: { type: "string" },
      uniqueItems: true,
    },
  },
  needs: (subject) => pairsOf(subject).map(({ need }) => need),
  *check(subject, measured, { required }) {
    const splits = splitsOf(subject);
    const at = subject.after.model.data[0]?.at ?? subject.after.model.id.at;
    for (const split of required) {
      if (splits.has(split)) continue;
      yield cannotTell({
        about: `split|${split}`,
        at,
        says: `there are no rows of split "${split}" to compare`,
        needs: `add to \`data\`: \`{ split: ${split}, path: …, columns: { id: … } }\`; a file of ids alone is enough`,
      });
    }
    for (const { id, at } of splits.size > 0 ? withoutSplit(subject) : []) {
      yield cannotTell({
        about: `split|${id}`,
        at,
        says: `${id} names no split, so that it is not known what it may share rows with`,
        needs: "add `split:` to the entry",
      });
    }
    if (tooMany(splits)) {
      const says = `the card names more than ${MOST_TABLES} tables of rows; they are not compared`;
      yield cannotTell({ about: "tables", at, says, needs: "name the files of one split by one pattern" });
    }
    for (const pair of pairsOf(subject)) {
      const { left, right } = pair;
      const about = `overlap|${left.split}|${right.split}${pair.alone ? "" : `|${left.id}|${right.id}`}`;
      const [one, other] = pair.alone ? [left.split, right.split] : [nameOf(left), nameOf(right)];
      const result = measured.of(pair.need);
      if (result.kind === "cannot-tell") {
        const says = `${one} and ${other} cannot be compared: ${result.says}`;
        yield cannotTell({ about, at: right.at, says, needs: result.fix });
      } else if (result.shared > 0) {
        const says = `${result.shared} of ${result.right} ids of ${other} are also in ${one}`;
        const fix = `take them out of ${one} or of ${other}, then train and evaluate again`;
        yield finding({ about, at: right.at, says, fix });
      } else if (result.alike > 0) {
        const says = `${result.alike} of ${result.right} ids of ${other} differ from ids of ${one} in nothing but how they are written`;
        const needs =
          "write the ids of both the same way: spaces, hidden characters, capitals, leading zeros";
        yield cannotTell({ about, at: right.at, says, needs });
      } else if (differentKeys(left, right)) {
        const says = `${one} is identified by "${idColumn(left)}" and ${other} by "${idColumn(right)}", and one of them has both columns`;
        const needs = "map `columns: { id: … }` of both to the same column";
        yield cannotTell({ about, at: right.at, says, needs });
      } else
        yield fine({ checked: `none of ${result.right} ids of ${other} is among ${result.left} of ${one}` });
    }
    if (splits.size < 2 && required.every((split) => splits.has(split)))
      yield notApplicable(splits.size === 0 ? "the card names no split" : "the card names one split alone");
  },
});

/** Each is compared with each of another split, so that their number must have an end. */
const MOST_TABLES = 50;

type Splits = ReadonlyMap<string, readonly EvidenceTable[]>;

function tooMany(splits: Splits): boolean {
  return [...splits.values()].reduce((total, tables) => total + tables.length, 0) > MOST_TABLES;
}

/** Predictions of an unknown split; data without one may be all of it, before it was split. */
function withoutSplit({ after }: Subject): readonly EvidenceTable[] {
  return after.tables.filter((table) => table.kind === "predictions" && table.split === null);
}

/** Every table of a split: a clean one beside the one that was used must not vouch for it. */
function splitsOf({ after }: Subject): Map<string, EvidenceTable[]> {
  const splits = new Map<string, EvidenceTable[]>();
  const files = new Set<string>();
  for (const table of [...after.tables].sort(dataFirst)) {
    const rows = JSON.stringify([table.split, table.files, idColumn(table)]);
    if (table.split === null || table.content.kind === "undeclared" || files.has(rows)) continue;
    files.add(rows);
    const known = splits.get(table.split);
    if (known) known.push(table);
    else splits.set(table.split, [table]);
  }
  return splits;
}

function dataFirst(a: EvidenceTable, b: EvidenceTable): number {
  return Number(a.kind !== "dataset") - Number(b.kind !== "dataset");
}

function idColumn({ content }: EvidenceTable): string | null {
  return content.kind === "read" ? content.reading.roles.id : null;
}

/** Rows that each table numbers for itself share no number, whatever they share. */
function differentKeys(left: EvidenceTable, right: EvidenceTable): boolean {
  const [one, other] = [idColumn(left), idColumn(right)];
  return one !== other && (has(left, other) || has(right, one));
}

function has({ content }: EvidenceTable, column: string | null): boolean {
  return content.kind === "read" && content.header.columns.some(({ name }) => name === column);
}

function nameOf(table: EvidenceTable): string {
  return `${table.split} (${table.declared?.value ?? table.id})`;
}

interface Pair {
  readonly left: EvidenceTable;
  readonly right: EvidenceTable;
  /** Each split has one table, so that the splits' names say which is meant. */
  readonly alone: boolean;
  readonly need: OverlapNeed;
}

function pairsOf(subject: Subject): Pair[] {
  const bySplit = splitsOf(subject);
  const splits = tooMany(bySplit) ? [] : [...bySplit.values()];
  return splits.flatMap((lefts, index) =>
    splits.slice(index + 1).flatMap((rights) => {
      const alone = lefts.length === 1 && rights.length === 1;
      return lefts.flatMap((left) =>
        rights.map((right): Pair => {
          return { left, right, alone, need: { kind: "overlap", left: left.id, right: right.id } };
        }),
      );
    }),
  );
}

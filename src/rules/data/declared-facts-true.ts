import type { Sourced } from "../../inventory/sourced.ts";
import type { DigestNeed, RowsNeed } from "../../measurement/need.ts";
import { isStated } from "../../measurement/stated-digest.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

export default defineRule({
  id: "data/declared-facts-true",
  question: "Are the row counts and digests that the card states those of the files?",
  why: "A digest binds the card to exactly one file, and a row count to one split of it. When they no longer match, the numbers were taken from something else.",
  controls: ["DAT-01", "DAT-02"],
  remedy: {
    says: "When the file is the right one, take the number or the digest from the finding; otherwise commit the file that was meant.",
    yaml: `
data:
  - split: train
    path: evidence/train.csv
    rows: 41000
    sha256: 97d509a8500db48959e7c0f30ac51ddb3358b600c209f5a687cf09b7bd0583bd
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
data: [{ split: train, path: train.csv, rows: 5 }]
`,
      "train.csv": `
id
r1
r2
r3
`,
    },
    passing: {
      "model-card.yaml": { "rows: 5": "rows: 3" },
    },
  },
  parameters: {},
  *needs(subject) {
    for (const { need } of rowFacts(subject)) yield need;
    for (const { need } of digestFacts(subject)) if ("kind" in need) yield need;
  },
  *check(subject, measured) {
    const wrong: Verdict[] = [];
    const [rows, digests] = [rowFacts(subject), digestFacts(subject)];
    for (const { id, rows: stated, need } of rows) {
      const about = `rows|${id}`;
      const { at } = stated;
      const result = measured.of(need);
      if (result.kind === "cannot-tell") {
        const says = `the rows of ${id} cannot be counted: ${result.says}`;
        wrong.push(cannotTell({ about, at, says, needs: result.fix }));
      } else if (result.rows !== stated.value) {
        const says = `the card says that ${id} has ${stated.raw} rows, and the file has ${result.rows}`;
        const fix = `set \`rows: ${result.rows}\`, or commit the file that was meant`;
        wrong.push(finding({ about, at, says, fix }));
      }
    }
    for (const { id, sha256, need } of digests) {
      const about = `sha256|${id}`;
      const { at } = sha256;
      const result = "kind" in need ? measured.of(need) : { kind: "cannot-tell" as const, ...need };
      if (result.kind === "cannot-tell") {
        const says = `the sha256 of ${id} cannot be checked: ${result.says}`;
        wrong.push(cannotTell({ about, at, says, needs: result.fix }));
      } else if (!isStated(sha256.value, result)) {
        const says = `the sha256 of ${id} is not that of its file`;
        const fix = `set \`sha256: ${result.sha256}\`, or commit the file that was meant`;
        wrong.push(finding({ about, at, says, fix }));
      }
    }
    yield* wrong;
    const stated = rows.length + digests.length;
    const checked = stated - wrong.length;
    if (checked > 0)
      yield fine({ checked: `${checked} of ${stated} stated row counts and digests are true` });
    if (stated === 0)
      yield notApplicable("the card states no row count and no digest of a file that it names");
  },
});

interface RowFact {
  readonly id: string;
  readonly rows: Sourced<number>;
  readonly need: RowsNeed;
}

/** Facts of data that the card names no file for are a description, with nothing to hold them against. */
function rowFacts({ after }: Subject): RowFact[] {
  return after.tables.flatMap(({ id, rows, content }) =>
    rows && content.kind !== "undeclared" ? [{ id, rows, need: { kind: "rows", table: id } as const }] : [],
  );
}

interface DigestFact {
  readonly id: string;
  readonly sha256: Sourced<string>;
  /** Or what keeps the digest from being checked. */
  readonly need: DigestNeed | { readonly says: string; readonly fix: string };
}

const SEVERAL = {
  says: "one digest cannot be that of several files",
  fix: "give each file an entry and a digest of its own",
};

function digestFacts({ after }: Subject): DigestFact[] {
  const tables = after.tables.flatMap(({ id, sha256, files, content }) => {
    const need = oneOf(files) ?? (content.kind === "unreadable" ? content.problem : null);
    return need ? [{ id, sha256, need }] : [];
  });
  const files = after.files.map(({ id, sha256, path, problem }) => {
    return { id, sha256, need: problem ?? ({ kind: "digest", path } as const) };
  });
  return [...tables, ...files].flatMap(({ id, sha256, need }) => (sha256 ? [{ id, sha256, need }] : []));
}

function oneOf([path, another]: readonly string[]): DigestFact["need"] | null {
  if (path === undefined) return null;
  return another === undefined ? { kind: "digest", path } : SEVERAL;
}

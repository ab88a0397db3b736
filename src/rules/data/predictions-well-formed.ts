import type { Problem } from "../../documents/problem.ts";
import type { EvidenceTable } from "../../evidence/table.ts";
import { counted } from "../../measurement/number-format.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

export default defineRule({
  id: "data/predictions-well-formed",
  question: "Can every row of the evidence be read, and does every cell hold what its column promises?",
  why: "A row that a tool drops without a word changes every number after it. Labels outside the classes, probabilities outside [0, 1] and NaN are signs that the file is not what the card says.",
  controls: ["DAT-07"],
  remedy: {
    says: "Mend the rows that the finding names, or say which column is what, with the names in the file's header.",
    yaml: `
evidence:
  - kind: predictions
    path: evidence/test-predictions.csv
    split: test
    columns: { id: loan_id, label: defaulted, score: probability }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
evidence: [{ kind: predictions, path: test.csv, split: test }]
`,
      "test.csv": `
id,y_true,y_score
r1,1,0.91
r2,0,1.70
r3,0,0.08
`,
    },
    passing: {
      "test.csv": { "1.70": "0.17" },
    },
  },
  parameters: {},
  needs: (subject) => tablesOf(subject).map(({ id }) => ({ kind: "rows", table: id }) as const),
  *check(subject, measured) {
    const tables = tablesOf(subject);
    const refused = subject.after.files.flatMap((file) =>
      file.problem ? [{ id: file.id, problem: file.problem }] : [],
    );
    if (tables.length === 0 && refused.length === 0) yield notApplicable("the card names no table of rows");
    for (const { id, problem } of refused) yield asFinding(problem, `${problem.code}|${id}`, id);
    for (const table of tables) {
      const { id, content, at } = table;
      if (content.kind === "unreadable") {
        yield asFinding(content.problem, `${content.problem.code}|${id}`, id);
        continue;
      }
      if (content.kind === "read") {
        for (const { role, declared, nearest } of content.reading.absent) {
          const hint = nearest === null ? "" : `; the nearest is "${nearest}"`;
          const says = `${id} has no column "${declared.value}" for the role \`${role}\`${hint}`;
          yield finding({
            about: `column|${id}|${role}`,
            at: declared.at,
            says,
            fix: `correct \`columns: { ${role}: … }\``,
          });
        }
      }
      const result = measured.of({ kind: "rows", table: id });
      if (result.kind === "cannot-tell") {
        yield cannotTell({
          about: `table|${id}`,
          at: result.at ?? at,
          says: `${id} cannot be read: ${result.says}`,
          needs: result.fix,
        });
        continue;
      }
      for (const problem of result.problems) yield asFinding(problem, `${problem.code}|${problem.about}`, id);
      if (result.problems.length === 0)
        yield fine({
          checked: `${id}: ${counted(result.rows, "row")}${asCounted(table)}, all readable${recognised(table)}`,
        });
    }
  },
});

function tablesOf({ after }: Subject): EvidenceTable[] {
  return after.tables.filter((table) => table.content.kind !== "undeclared");
}

function asFinding({ at, says, fix }: Problem, about: string, id: string) {
  return finding({ about, at, says: naming(id, says), fix });
}

/** What is wrong with a file may name it already. */
function naming(id: string, says: string): string {
  const path = id.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  return says.includes(path) ? says : `${id}: ${says}`;
}

/** Where lines stand for many rows each, that is said: whoever writes the counts says how many rows there were. */
function asCounted({ content }: EvidenceTable): string {
  const column = content.kind === "read" ? content.reading.roles.count : null;
  return column === null ? "" : ` as "${column}" counts them`;
}

function recognised({ content }: EvidenceTable): string {
  if (content.kind !== "read" || content.reading.recognised.length === 0) return "";
  const roles = content.reading.recognised.map(({ role, columns }) => `${columns.join(", ")} as ${role}`);
  return `; recognised by name: ${roles.join("; ")}`;
}

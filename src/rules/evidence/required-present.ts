import type { Place } from "../../documents/place.ts";
import type { Problem } from "../../documents/problem.ts";
import type { EvidenceFile } from "../../evidence/file.ts";
import type { EvidenceTable } from "../../evidence/table.ts";
import { nativeHome } from "../../inventory/native-home.ts";
import type { RowsNeed } from "../../measurement/need.ts";
import { counted } from "../../measurement/number-format.ts";
import type { RowsResult } from "../../measurement/result.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

interface Requirement {
  readonly kind: string;
  readonly split?: string;
  readonly rows?: number;
  readonly digest?: boolean;
}

interface Parameters {
  readonly required: readonly Requirement[];
}

export default defineRule<Parameters>({
  id: "evidence/required-present",
  question: "Is the evidence there that this tier requires at this stage?",
  why: "How much has to be shown grows with what can go wrong. Below that, a recommendation would rest on trust.",
  controls: ["TRC-01", "DAT-08"],
  remedy: {
    says: "Commit the file and name it in the card, with its split and, where the finding asks for one, the digest that `sha256sum FILE` prints.",
    yaml: `
data:
  - { split: train, path: evidence/train.csv }
evidence:
  - { kind: predictions, path: evidence/test-predictions.csv, split: test,
      sha256: 97d509a8500db48959e7c0f30ac51ddb3358b600c209f5a687cf09b7bd0583bd }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
metrics: [{ name: recall, value: 0.75, split: test }]
`,
    },
    passing: {
      "model-card.yaml": {
        "split: test }]\n":
          "split: test }]\nevidence: [{ kind: predictions, path: test.csv, split: test, columns: { count: n } }]\n",
      },
      "test.csv": `
y_true,y_pred,n
1,1,24
1,0,8
0,0,60
0,1,8
`,
    },
  },
  parameters: {
    required: {
      description:
        "Evidence that the card must name: its kind, which may be a tool such as garak, and where it matters the split, the least number of rows, and a sha256.",
      stricter: { by: ["kind", "split"], of: { rows: "higher", digest: "true" } },
      default: [],
      type: "array",
      items: {
        type: "object",
        required: ["kind"],
        additionalProperties: false,
        properties: {
          kind: { type: "string", description: "The kind of the card's entry, or the tool that wrote it." },
          split: { type: "string", description: "The split that it is of; any when left out." },
          rows: { type: "integer", minimum: 1, description: "Rows that it has at least." },
          digest: { type: "boolean", description: "Whether the card has to state its SHA-256." },
        },
      },
    },
  },
  needs: (subject, { required }) => required.flatMap((entry) => tablesFor(subject, entry).map(rowsOf)),
  *check(subject, measured, { required }) {
    if (required.length === 0) yield notApplicable("no evidence is required");
    for (const entry of required) {
      const tables = tablesFor(subject, entry);
      const files = filesFor(subject, entry).filter((file) => flawOf(file) === null);
      if (tables.length + files.length === 0) {
        yield absent(subject, entry);
        continue;
      }
      const loose = [...tables, ...files].find((found) => found.sha256 === null);
      if (entry.digest && loose) {
        yield finding({
          about: `${aboutOf(entry)}|digest`,
          at: loose.at,
          says: `no sha256 binds ${nameOf(entry)} to the card`,
          fix: "add `sha256:` to the entry",
        });
      }
      const shown = vouching(subject, tables);
      const counts = shown.map((table) => ({ at: table.at, count: measured.of(rowsOf(table)) }));
      if (counts.length === 0 && entry.rows === undefined)
        yield fine({ checked: `the card names ${nameOf(entry)}` });
      else yield enough(entry, counts, files[0]?.at ?? subject.after.model.id.at);
    }
  },
});

function absent(subject: Subject, entry: Requirement): Verdict {
  const { model, card } = subject.after;
  const inCard = card.dialect === "native" ? "" : ` in ${nativeHome(card)}`;
  const about = aboutOf(entry);
  const [broken] = brokenFor(subject, entry);
  if (broken) {
    const says = `this stage requires ${nameOf(entry)}, which cannot be read: ${broken.says}`;
    return cannotTell({ about, at: broken.at, says, needs: broken.fix });
  }
  const isData = entry.kind === "dataset";
  const keys = [
    ...(isData ? [] : [`kind: ${entry.kind}`]),
    "path: …",
    ...(entry.split === undefined ? [] : [`split: ${entry.split}`]),
  ];
  return finding({
    about,
    at: (isData ? model.data : model.evidence)[0]?.at ?? model.id.at,
    says: `this stage requires ${nameOf(entry)}, and the card names none`,
    fix: `add to \`${isData ? "data" : "evidence"}\`${inCard}: \`{ ${keys.join(", ")} }\``,
  });
}

/** Tables are not added up, for one file can be listed twice; and a file without rows shows nothing. */
function enough(entry: Requirement, counts: readonly { at: Place; count: RowsResult }[], at: Place): Verdict {
  const least = entry.rows ?? 1;
  const about = `${aboutOf(entry)}|rows`;
  const largest = Math.max(-1, ...counts.map(({ count }) => (count.kind === "rows" ? count.rows : -1)));
  const place = counts[0]?.at ?? at;
  if (largest >= least)
    return fine({ checked: `the card names ${nameOf(entry)}, with ${counted(largest, "row")}` });
  if (largest >= 0) {
    const says = `this stage requires ${counted(least, "row")} of ${nameOf(entry)}, and the file has ${largest}`;
    const fix = entry.kind === "dataset" ? "commit all its rows" : "evaluate on more rows";
    return finding({ about, at: place, says, fix });
  }
  const reason = counts.flatMap(({ count }) => (count.kind === "cannot-tell" ? [count] : []))[0];
  const says = `the rows of ${nameOf(entry)} cannot be counted${reason ? `: ${reason.says}` : ""}`;
  return cannotTell({ about, at: place, says, needs: reason?.fix ?? "give a table of rows" });
}

/** A large file that no number is taken from must not vouch for the numbers of a small one. */
function vouching({ bindings }: Subject, tables: readonly EvidenceTable[]): readonly EvidenceTable[] {
  const used = new Set(bindings.flatMap((binding) => (binding.kind === "bound" ? [binding.table.id] : [])));
  const claimed = tables.filter(({ id }) => used.has(id));
  return claimed.length > 0 ? claimed : tables;
}

function nameOf({ kind, split }: Requirement): string {
  const what = kind === "dataset" ? "data" : kind;
  return split === undefined ? what : `${what} of split "${split}"`;
}

function aboutOf({ kind, split }: Requirement): string {
  return `${kind}|${split ?? ""}`;
}

function fits(split: string | null, entry: Requirement): boolean {
  return entry.split === undefined || split === entry.split;
}

function tablesFor({ after }: Subject, entry: Requirement): EvidenceTable[] {
  return after.tables.filter(
    (table) => table.kind === entry.kind && fits(table.split, entry) && table.content.kind === "read",
  );
}

function filesFor({ after }: Subject, entry: Requirement): EvidenceFile[] {
  return after.files.filter((file) => isOf(file, entry.kind) && fits(file.split, entry));
}

/** A tool's file is of the tool that its content says; what the card calls it counts where no tool wrote it. */
function isOf({ kind, output }: EvidenceFile, wanted: string): boolean {
  if (output.kind === "output") return output.output.tool === wanted || kind === wanted;
  return kind === wanted || (output.kind === "unparsed" && output.tool === wanted);
}

/** What keeps a file from showing anything: it cannot be opened, or is not what a tool of that name writes. */
function flawOf({ problem, output, at, path }: EvidenceFile): Flaw | null {
  if (problem) return problem;
  switch (output.kind) {
    case "output":
    case "unopened":
      return null;
    case "unparsed":
      return output.problem;
    case "unknown":
      return output.why === "data" || output.why === "other"
        ? null
        : { at, says: `${path}: ${output.says}`, fix: output.fix };
  }
}

type Flaw = Pick<Problem, "at" | "says" | "fix">;

/** What is in the way of the entries that the card does have. */
function brokenFor(subject: Subject, entry: Requirement): Flaw[] {
  const tables = subject.after.tables.filter(
    (table) => table.kind === entry.kind && fits(table.split, entry),
  );
  return [
    ...tables.flatMap(({ content }) => (content.kind === "unreadable" ? [content.problem] : [])),
    ...filesFor(subject, entry).flatMap((file) => flawOf(file) ?? []),
  ];
}

function rowsOf(table: EvidenceTable): RowsNeed {
  return { kind: "rows", table: table.id };
}

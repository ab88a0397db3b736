import type { Problem } from "../../documents/problem.ts";
import type { EvidenceTable } from "../../evidence/table.ts";
import type { RowsNeed } from "../../measurement/need.ts";
import { counted } from "../../measurement/number-format.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

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
  parameters: {
    required: {
      description:
        "Evidence that the card must name: its kind, and where it matters the split, the least number of rows, and a sha256.",
      default: [],
      type: "array",
      items: {
        type: "object",
        required: ["kind"],
        additionalProperties: false,
        properties: {
          kind: { type: "string" },
          split: { type: "string" },
          rows: { type: "integer", minimum: 1 },
          digest: { type: "boolean" },
        },
      },
    },
  },
  needs: (subject, { required }) => required.flatMap((entry) => tablesFor(subject, entry).map(rowsOf)),
  *check(subject, measured, { required }) {
    if (required.length === 0) yield notApplicable("no evidence is required");
    for (const entry of required) {
      const name = entry.split === undefined ? entry.kind : `${entry.kind} of split "${entry.split}"`;
      const about = `${entry.kind}|${entry.split ?? ""}`;
      const at = subject.after.model.evidence[0]?.at ?? subject.after.model.id.at;
      const tables = tablesFor(subject, entry);
      const files = subject.after.files.filter(
        (file) => file.kind === entry.kind && fits(file.split, entry) && !file.problem,
      );
      const [broken] = brokenFor(subject, entry);
      if (tables.length + files.length === 0 && broken) {
        const says = `${name} cannot be read: ${broken.says}`;
        yield cannotTell({ about, at: broken.at, says, needs: broken.fix });
        continue;
      }
      if (tables.length + files.length === 0) {
        const where = entry.kind === "dataset" ? "data" : "evidence";
        const split = entry.split === undefined ? "" : `, split: ${entry.split}`;
        const kind = entry.kind === "dataset" ? "" : `kind: ${entry.kind}, `;
        const fix = `add to \`${where}\`: \`{ ${kind}path: …${split} }\``;
        yield finding({ about, at, says: `${name} is required at this stage and missing`, fix });
        continue;
      }
      const loose = [...tables, ...files].find((found) => found.sha256 === null);
      if (entry.digest && loose) {
        const fix = "add `sha256:` to the entry";
        const says = `${name} has no sha256 that binds it to the card`;
        yield finding({ about: `${about}|digest`, at: loose.at, says, fix });
      }
      if (entry.rows === undefined) {
        yield fine({ checked: `${name} is there` });
        continue;
      }
      const counts = tables.map((table) => measured.of(rowsOf(table)));
      const largest = Math.max(-1, ...counts.map((count) => (count.kind === "rows" ? count.rows : -1)));
      const place = tables[0]?.at ?? at;
      if (largest >= entry.rows) yield fine({ checked: `${name} is there, with ${largest} rows` });
      else if (largest >= 0) {
        const says = `${name} has ${counted(largest, "row")}; ${entry.rows} are required`;
        yield finding({ about: `${about}|rows`, at: place, says, fix: "evaluate on more rows" });
      } else {
        const reason = counts.find((count) => count.kind === "cannot-tell");
        const says = `the rows of ${name} cannot be counted${reason ? `: ${reason.says}` : ""}`;
        yield cannotTell({
          about: `${about}|rows`,
          at: place,
          says,
          needs: reason?.fix ?? "give a table of rows",
        });
      }
    }
  },
});

function fits(split: string | null, entry: Requirement): boolean {
  return entry.split === undefined || split === entry.split;
}

function tablesFor({ after }: Subject, entry: Requirement): EvidenceTable[] {
  return after.tables.filter(
    (table) => table.kind === entry.kind && fits(table.split, entry) && table.content.kind === "read",
  );
}

/** What is in the way of the entries that the card does have. */
function brokenFor({ after }: Subject, entry: Requirement): Problem[] {
  const tables = after.tables.filter((table) => table.kind === entry.kind && fits(table.split, entry));
  const files = after.files.filter((file) => file.kind === entry.kind && fits(file.split, entry));
  return [
    ...tables.flatMap(({ content }) => (content.kind === "unreadable" ? [content.problem] : [])),
    ...files.flatMap(({ problem }) => problem ?? []),
  ];
}

function rowsOf(table: EvidenceTable): RowsNeed {
  return { kind: "rows", table: table.id };
}

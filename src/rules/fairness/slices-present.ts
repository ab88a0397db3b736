import type { EvidenceTable } from "../../evidence/table.ts";
import type { Need } from "../../measurement/need.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

interface Parameters {
  readonly minimumRows: number;
  readonly split: string;
  readonly reported: boolean;
}

export default defineRule<Parameters>({
  id: "fairness/slices-present",
  question: "Where people are affected, can the model be judged for each group of them?",
  why: "An aggregate hides the group for which a model fails. Without the group in the evidence, and enough of its members, nobody can say whether it does.",
  controls: ["FAI-01", "PER-06", "DAT-08"],
  parameters: {
    minimumRows: {
      description: "Rows that each group must have in the predictions.",
      default: 30,
      type: "integer",
      minimum: 1,
    },
    split: {
      description: "The split whose predictions must hold the groups.",
      default: "test",
      type: "string",
    },
    reported: {
      description: "The card must report at least one metric for each sensitive attribute.",
      default: true,
      type: "boolean",
    },
  },
  needs: (subject, { split }) => segmentsOf(subject, split).flatMap(({ need }) => need ?? []),
  *check(subject, measured, { minimumRows, split, reported }) {
    const { model } = subject.after;
    const people = model.factors.people_affected;
    const sensitive = model.factors.sensitive_attributes;
    if (people?.value === 0) {
      yield notApplicable("the card says that no person is affected");
      return;
    }
    if (!sensitive || sensitive.value.length === 0) {
      yield cannotTell({
        about: "sensitive-attributes",
        at: sensitive?.at ?? model.id.at,
        says: sensitive
          ? "people are affected, and the card lists no attribute by which they could be treated differently"
          : "the card does not say which sensitive attributes the people affected have",
        needs:
          "list them in `risk.factors.sensitive_attributes` and give each a column in `columns.segments`; where no one is affected, `people_affected: 0`",
      });
      return;
    }
    for (const { attribute, column, need } of segmentsOf(subject, split)) {
      const at = sensitive.at;
      if (need === null) {
        const says = `the ${split} predictions have no segment column for "${attribute}"`;
        const fix = `add the column to the predictions and to \`columns: { segments: [${attribute}] }\``;
        yield finding({ about: `segment|${attribute}`, at, says, fix });
        continue;
      }
      if (reported && !model.claims.some((claim) => Object.keys(claim.slice).includes(column))) {
        const fix = `add a claim for each group, such as \`{ name: recall, value: …, split: ${split}, slice: { ${column}: … } }\``;
        yield finding({
          about: `reported|${attribute}`,
          at,
          says: `no metric is reported by ${column}`,
          fix,
        });
      }
      const groups = measured.of(need);
      if (groups.kind === "cannot-tell") {
        yield cannotTell({ about: `groups|${attribute}`, at, says: groups.says, needs: groups.fix });
        continue;
      }
      const small = [...groups.sizes.values()].filter((size) => size < minimumRows).length;
      if (groups.sizes.size < 2) {
        const says = `column "${column}" holds ${groups.sizes.size} group${groups.sizes.size === 1 ? "" : "s"}: nothing to compare`;
        yield cannotTell({
          about: `groups|${attribute}`,
          at,
          says,
          needs: "evaluate on more than one group",
        });
      } else if (small > 0) {
        const says = `${small} of ${groups.sizes.size} groups by ${column} have fewer than ${minimumRows} rows`;
        yield cannotTell({
          about: `groups|${attribute}`,
          at,
          says,
          needs: `evaluate on at least ${minimumRows} rows of each group`,
        });
      } else
        yield fine({
          checked: `${groups.sizes.size} groups by ${column}, each of at least ${minimumRows} rows`,
        });
    }
  },
});

interface Segment {
  readonly attribute: string;
  readonly column: string;
  readonly need: Extract<Need, { kind: "groups" }> | null;
}

function segmentsOf({ after }: Subject, split: string): Segment[] {
  const attributes = after.model.factors.sensitive_attributes?.value ?? [];
  const tables = after.tables.filter((table) => table.kind === "predictions" && table.split === split);
  return attributes.map((attribute) => {
    for (const table of tables) {
      const column = columnFor(attribute, table);
      if (column !== null) return { attribute, column, need: { kind: "groups", table: table.id, column } };
    }
    return { attribute, column: attribute, need: null };
  });
}

/** `age` is also answered by a band of it, `age_band`, when the card declares that as a segment. */
function columnFor(attribute: string, table: EvidenceTable): string | null {
  if (table.content.kind !== "read") return null;
  const { segments } = table.content.reading.roles;
  const wanted = attribute.toLowerCase();
  return (
    segments.find((name) => name.toLowerCase() === wanted) ??
    segments.find((name) => name.toLowerCase().startsWith(`${wanted}_`)) ??
    null
  );
}

import type { Place } from "../../documents/place.ts";
import { counted } from "../../measurement/number-format.ts";
import type { GroupsResult } from "../../measurement/result.ts";
import { SMALLEST_SLICE } from "../../measurement/settle.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { attributesOf, reportedGroups, type Segment, segmentsOf } from "./segment.ts";
import { REASON, saysNone, unlisted } from "./unlisted.ts";

interface Parameters {
  readonly minimumRows: number;
  readonly maximumMissing: number;
  readonly split: string;
  readonly reported: boolean;
  readonly acceptReason: boolean;
}

type Groups = Extract<GroupsResult, { kind: "groups" }>;

/** Groups that a message names. */
const SHOWN = 4;
const LONGEST_NAME = 40;

export default defineRule<Parameters>({
  id: "fairness/slices-present",
  question: "Where people are affected, can the model be judged for each group of them?",
  why: "An aggregate hides the group for which a model fails. Without the group in the evidence, and enough of its members, nobody can say whether it does.",
  controls: ["FAI-01", "PER-06", "DAT-08"],
  remedy: {
    says: "List the attributes, give the predictions a column for each, and report a metric for each group.",
    yaml: `
risk: { factors: { sensitive_attributes: [sex] } }
metrics:
  - { name: recall, value: 0.655, split: test, slice: { sex: female } }
  - { name: recall, value: 0.631, split: test, slice: { sex: male } }
evidence:
  - { kind: predictions, path: evidence/test-predictions.csv, split: test, columns: { segments: [sex] } }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
risk: { factors: { people_affected: 4000, sensitive_attributes: [sex] } }
evidence:
  - { kind: predictions, path: test.csv, split: test, columns: { count: n } }
`,
      "test.csv": `
y_true,y_pred,n
1,1,48
1,0,16
0,0,120
0,1,16
`,
    },
    passing: {
      "model-card.yaml": { "{ count: n }": "{ count: n, segments: [sex] }" },
      "test.csv": `
sex,y_true,y_pred,n
female,1,1,24
female,1,0,8
female,0,0,60
female,0,1,8
male,1,1,24
male,1,0,8
male,0,0,60
male,0,1,8
`,
    },
  },
  parameters: {
    minimumRows: {
      description: "Rows that each group must have in the predictions.",
      stricter: "higher",
      default: 30,
      type: "integer",
      minimum: 1,
    },
    maximumMissing: {
      description: "Share of the rows that may name no group.",
      stricter: "lower",
      default: 0.1,
      type: "number",
      minimum: 0,
      maximum: 1,
    },
    split: {
      description: "The split whose predictions must hold the groups.",
      stricter: "nearest",
      default: "test",
      type: "string",
    },
    reported: {
      description: "The card must report a metric of that split for each group that has enough rows.",
      stricter: "true",
      default: true,
      type: "boolean",
    },
    acceptReason: {
      description: `An empty list of sensitive attributes is accepted with a reason in \`${REASON}\`.`,
      stricter: "false",
      default: true,
      type: "boolean",
    },
  },
  needs: (subject, { split }) => segmentsOf(subject, split).flatMap(({ need }) => need ?? []),
  *check(subject, measured, parameters) {
    const { factors, id } = subject.after.model;
    const { people_affected: people, sensitive_attributes: sensitive } = factors;
    const listed = attributesOf(subject).length > 0;
    if (people?.value === 0 && !listed) {
      yield notApplicable("the card says that no person is affected");
      return;
    }
    if (!listed) {
      yield unlisted(subject.after.model, parameters.acceptReason);
      return;
    }
    const none = attributesOf(subject).find(saysNone);
    if (none !== undefined) {
      const says = `\`sensitive_attributes\` lists "${none}", which is no attribute`;
      const fix = `write \`sensitive_attributes: []\`, and why in \`${REASON}\``;
      yield finding({ about: "sensitive-attributes|none", at: sensitive?.at ?? id.at, says, fix });
      return;
    }
    const reported = reportedGroups(subject, parameters.split);
    for (const segment of segmentsOf(subject, parameters.split)) {
      const { need, about } = segment;
      const at = sensitive?.at ?? id.at;
      if (need === null) {
        yield finding({ about: `segment|${about}`, at, says: segment.says, fix: segment.fix });
        continue;
      }
      const groups = measured.of(need);
      if (groups.kind === "cannot-tell") {
        yield cannotTell({ about: `groups|${about}`, at, says: groups.says, needs: groups.fix });
        continue;
      }
      const unreported = parameters.reported
        ? unreportedGroups(groups, reported.get(need.column) ?? new Set(), parameters)
        : [];
      if (unreported.length > 0) {
        const named = unreported.slice(0, SHOWN).map((name) => name.slice(0, LONGEST_NAME));
        const which = named.join(", ") + (unreported.length > SHOWN ? ", …" : "");
        yield finding({
          about: `reported|${about}`,
          at,
          says: `no metric is reported for ${unreported.length} of ${counted(groups.sizes.size, "group")} by ${need.column}: ${which}`,
          fix: `add a claim for each, such as \`{ name: recall, value: …, split: ${parameters.split}, slice: { ${need.column}: … } }\``,
        });
      }
      yield sizes(segment, need.column, groups, parameters, at);
    }
  },
});

/** Groups with enough rows for a number, and no number. */
function unreportedGroups(
  { sizes }: Groups,
  reported: ReadonlySet<string>,
  { minimumRows }: Parameters,
): string[] {
  const enough = Math.max(minimumRows, SMALLEST_SLICE);
  return [...sizes].flatMap(([name, size]) => (size >= enough && !reported.has(name) ? [name] : []));
}

function sizes(
  { about }: Segment,
  column: string,
  groups: Groups,
  { minimumRows, maximumMissing }: Parameters,
  at: Place,
): Verdict {
  const untold = (says: string, needs: string) => cannotTell({ about: `groups|${about}`, at, says, needs });
  const named = [...groups.sizes.values()];
  const rows = named.reduce((total, size) => total + size, groups.missing);
  const small = named.filter((size) => size < minimumRows).length;
  if (named.length < 2) {
    const says = `column "${column}" holds ${counted(named.length, "group")}: nothing to compare`;
    return untold(says, "evaluate on more than one group");
  }
  if (small > 0) {
    const says = `${small} of ${named.length} groups by ${column} ${small === 1 ? "has" : "have"} fewer than ${counted(minimumRows, "row")}`;
    return untold(says, `evaluate on at least ${counted(minimumRows, "row")} of each group`);
  }
  if (groups.missing > maximumMissing * rows) {
    const says = `${groups.missing} of ${rows} rows have no value in "${column}", so nobody can say how the model treats them`;
    return untold(says, `fill in the column for at least ${100 - 100 * maximumMissing}% of the rows`);
  }
  return fine({
    checked: `${named.length} groups by ${column}, each of at least ${counted(minimumRows, "row")}`,
  });
}

import type { Problem } from "../documents/problem.ts";
import type { Roles } from "../evidence/roles.ts";
import type { EvidenceTable } from "../evidence/table.ts";

/** A column that is the truth and the model's answer at once agrees with itself, whatever the model says. */
export function ownTruth(evidence: EvidenceTable, roles: Roles): Problem[] {
  const { label, labels, prediction, predictions, score, scores } = roles;
  const truths = new Set([...(label === null ? [] : [label]), ...labels.values()]);
  const answers = [
    ["prediction", prediction],
    ["score", score],
    ...[...predictions].map(([name, column]) => [`predictions.${name}`, column] as const),
    ...[...scores].map(([name, column]) => [`scores.${name}`, column] as const),
  ] as const;
  return answers.flatMap(([role, column]) => {
    if (column === null || !truths.has(column)) return [];
    return [
      {
        code: "own-truth",
        about: `${evidence.id}|${role}`,
        at: evidence.at,
        says: `column "${column}" is the label and the ${role} at once, so that every number from it is perfect`,
        fix: `map \`${role}\` to the column that the model wrote`,
      },
    ];
  });
}

import type { Dossier } from "../../case/dossier.ts";
import { droppedRequirements } from "../dropped-requirements.ts";
import { cannotTell, finding, type Verdict } from "../verdict.ts";

/** What the base required of the model and the head no longer does. */
export function* loosened(before: Dossier, after: Dossier): Generator<Verdict> {
  for (const { id, metric, atLeast, atMost } of droppedRequirements(before, after)) {
    const name = id?.value ?? metric?.value ?? "";
    const limits = [
      ...(atLeast ? [`at least ${atLeast.raw}`] : []),
      ...(atMost ? [`at most ${atMost.raw}`] : []),
    ].join(" and ");
    yield finding({
      about: `requirement|${name}|${limits}`,
      at: after.model.id.at,
      says: `the requirement ${name}, ${metric?.value} ${limits}, is gone or looser than in the base`,
      fix: "keep it, or have its owner agree in a change of its own",
    });
  }
}

/** Settings of the card that give the same rows and the same metric another number. */
export function* otherMeanings(before: Dossier, after: Dossier): Generator<Verdict> {
  for (const [setting, was, is] of [
    ["prediction.positive_class", positiveClass(before), positiveClass(after)],
    ["prediction.score_direction", scoreDirection(before), scoreDirection(after)],
  ] as const) {
    if (was === is) continue;
    yield cannotTell({
      about: `meaning|${setting}`,
      at: after.model.id.at,
      says: `\`${setting}\` went from ${was} to ${is}, so that the numbers before and after are not of the same thing`,
      needs: `keep \`${setting}: ${was}\`, or have a reviewer compare the numbers`,
    });
  }
}

/** Without a word, 1 and true are the positive class. */
function positiveClass({ model }: Dossier): string {
  const written = model.prediction.positiveClass?.value ?? "1";
  return written.toLowerCase() === "true" ? "1" : written;
}

function scoreDirection({ model }: Dossier): string {
  return model.prediction.scoreDirection?.value ?? "higher";
}

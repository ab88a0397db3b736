import type { Dossier } from "../../case/dossier.ts";
import { plain } from "../../documents/plain.ts";
import type { Artifact } from "../../inventory/model.ts";
import { present } from "../../inventory/presence.ts";
import type { Tier } from "../../inventory/vocabulary.ts";
import { rank } from "../../tiering/rank.ts";
import { otherMeanings } from "./goalposts.ts";
import { leadingNumber } from "./version-order.ts";

/** The changes of a model that a policy may ask a new validation for. */
export const TRIGGERS = [
  "major-version",
  "task",
  "base-model",
  "training-data",
  "artifact",
  "threshold",
  "intended-use",
  "tier-raised",
  "autonomy",
] as const;

export type Trigger = (typeof TRIGGERS)[number];

/** The same model on both sides of a change, with the tier that the policy gives either. */
export interface Sides {
  readonly before: Dossier;
  readonly after: Dossier;
  readonly tierBefore: Tier | null;
  readonly tierAfter: Tier;
}

/** What a change does to the model, in words; null where it does no such thing. */
export function happened(trigger: Trigger, sides: Sides): string | null {
  const { before, after } = sides;
  switch (trigger) {
    case "major-version":
      return majorVersion(sides);
    case "task":
      return from("the task", before.model.task?.value, after.model.task?.value);
    case "base-model":
      return other("what it is built on", before, after, baseModels);
    case "training-data":
      return other(
        "the training data",
        before,
        after,
        partsWith(digestsIn(before, trainingParts), trainingParts),
      );
    case "artifact":
      return other(
        "the artifacts",
        before,
        after,
        partsWith(digestsIn(before, artifactParts), artifactParts),
      );
    case "threshold":
      return threshold(before, after);
    case "intended-use":
      return other("the intended use", before, after, use);
    case "tier-raised":
      return tierRaised(sides);
    case "autonomy":
      return from("the autonomy", before.model.factors.autonomy?.value, after.model.factors.autonomy?.value);
  }
}

function majorVersion({ before, after }: Sides): string | null {
  const [was, is] = [before.model.version?.value, after.model.version?.value];
  // One that is stated at last is no other; one that is gone may come back as any.
  if (was === undefined) return null;
  if (is === undefined) return from("the version", was, is);
  const [old, young] = [leadingNumber(was), leadingNumber(is)];
  // Of versions that begin with no number, such as digests, none is greater: any other is a new one.
  const isNew = old === null || young === null ? was !== is : young > old;
  return isNew ? `the version went from ${was} to ${is}` : null;
}

function tierRaised({ tierBefore, tierAfter }: Sides): string | null {
  return tierBefore !== null && rank(tierAfter) > rank(tierBefore)
    ? `the tier went from ${tierBefore} to ${tierAfter}`
    : null;
}

function threshold(before: Dossier, after: Dossier): string | null {
  const [was, is] = [before, after].map(({ model }) => model.prediction.threshold?.value);
  if (was !== is) return from("the decision threshold", was, is);
  return [...otherMeanings(before, after)].length > 0 ? "what the scores mean changed" : null;
}

function from(
  what: string,
  was: string | number | undefined,
  is: string | number | undefined,
): string | null {
  return was === is ? null : `${what} went from ${was ?? "unstated"} to ${is ?? "unstated"}`;
}

function other(what: string, before: Dossier, after: Dossier, told: Told): string | null {
  const [was, is] = [before, after].map((dossier) => [...told(dossier)].sort().join("\n"));
  return was === is ? null : `${what} changed`;
}

function baseModels({ model }: Dossier): string[] {
  return model.baseModels.map(({ name, version }) => JSON.stringify([name.value, version?.value ?? null]));
}

type Told = (dossier: Dossier) => string[];

interface Part {
  /** What the card says of it, apart from its digest. */
  readonly named: string;
  readonly sha256: Artifact["sha256"];
}

type Parts = (dossier: Dossier) => readonly Part[];

function trainingParts({ model }: Dossier): readonly Part[] {
  return model.data
    .filter(({ split }) => split !== null && /^train/i.test(split.value))
    .map(({ name, path, rows, until, sha256 }) => {
      const named = [name, path, rows, until].map((one) => one?.value ?? null);
      return { named: JSON.stringify(named), sha256 };
    });
}

function artifactParts({ model }: Dossier): readonly Part[] {
  return model.artifacts.map(({ path, sha256 }) => ({ named: path?.value ?? "", sha256 }));
}

/** What of the base has a digest: all of it, or parts by what the card says of them. */
type Digested = "all" | ReadonlySet<string>;

function digestsIn(before: Dossier, parts: Parts): Digested {
  const digested = parts(before).filter(({ sha256 }) => sha256 !== null);
  return digested.length === parts(before).length ? "all" : new Set(digested.map(({ named }) => named));
}

/**
 * Where the base has digests they are what counts, so that leaving them out hides nothing; to add one changes nothing,
 * and where all have one, what only moves is the same.
 */
function partsWith(digested: Digested, parts: Parts): Told {
  return (dossier) =>
    parts(dossier).map(({ named, sha256 }) => {
      if (digested === "all") return digestOf(sha256);
      return digested.has(named) ? `${named} ${digestOf(sha256)}` : named;
    });
}

function digestOf(sha256: Artifact["sha256"]): string {
  return sha256?.value.toLowerCase() ?? "without a digest";
}

/** White space apart: a line that is wrapped elsewhere says the same. */
function use({ card }: Dossier): string[] {
  return ["use.intended", "use.users", "use.out_of_scope"].map((field) => {
    const value = present(card.root, field);
    return `${field}=${value ? JSON.stringify(plain(value)).replaceAll(/(?:\s|\\n)+/g, " ") : ""}`;
  });
}

import type { Fact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { Shortfall } from "../../../output/output.ts";
import { artifactOf, type TrackedFile, trackedFile } from "./tracked-file.ts";

/** What one file of DVC's lists: the stages of a `dvc.lock`, or the one thing that a `.dvc` file stands for. */
export interface Listing {
  readonly outs: readonly TrackedFile[];
  readonly deps: readonly TrackedFile[];
  readonly facts: readonly Fact[];
  readonly incomplete: readonly Shortfall[];
}

export function isLock(root: Json): boolean {
  return root.get("schema").text() === "2.0" && root.has("stages");
}

/** A `.dvc` file: a list `outs` whose entries have a path and a digest, or none yet. */
export function isPointer(root: Json): boolean {
  const outs = [...root.get("outs").items()];
  const known = (out: Json) => out.get("path").text() !== null && (out.has("md5") || out.has("hash"));
  return outs.length > 0 && outs.every(known) && !root.has("stages");
}

export function listingOf(root: Json): Listing {
  if (isPointer(root)) return combined([entriesOf(root, null)]);
  const stages = [...root.get("stages").entries()].map(([name, stage]) => entriesOf(stage, name));
  if (stages.length > 0) return combined(stages);
  const says = "no stage was ever run";
  const at = root.get("stages").at;
  return { outs: [], deps: [], facts: [], incomplete: [{ code: "empty", says, fix: "run `dvc repro`", at }] };
}

function combined(listings: readonly Listing[]): Listing {
  return {
    outs: listings.flatMap(({ outs }) => outs),
    deps: listings.flatMap(({ deps }) => deps),
    facts: listings.flatMap(({ facts }) => facts),
    incomplete: listings.flatMap(({ incomplete }) => incomplete),
  };
}

function entriesOf(json: Json, stage: string | null): Listing {
  const outs = [...json.get("outs").items()].flatMap((out) => trackedFile(out) ?? []);
  const deps = [...json.get("deps").items()].flatMap((dep) => trackedFile(dep) ?? []);
  const pathsOf = (files: readonly TrackedFile[]) => files.map(({ path }) => path);
  const facts: Fact[] = [...outs, ...(stage === null ? [] : deps)].flatMap(artifactOf);
  if (stage !== null)
    facts.push({ kind: "lineage", job: stage, inputs: pathsOf(deps), outputs: pathsOf(outs), at: json.at });
  const unseen = outs.filter(({ md5, json: out }) => md5 === null && !isElsewhere(out));
  return { outs, deps: stage === null ? [] : deps, facts, incomplete: unseen.map(neverSeen) };
}

/** Kept in a cloud's store by that store's own digest. */
function isElsewhere(out: Json): boolean {
  return out.has("etag") || out.has("checksum") || out.has("files");
}

function neverSeen({ path, json }: TrackedFile): Shortfall {
  const says = `\`${path.slice(0, 200)}\` has no digest, so that DVC does not have it`;
  return {
    code: "unfinished",
    says,
    fix: "run `dvc repro`, or `dvc add`, and commit what it writes",
    at: json.at,
  };
}

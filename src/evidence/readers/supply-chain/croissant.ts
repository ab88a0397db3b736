import type { ArtifactFact, DatasetFact } from "../../output/fact.ts";
import type { Json } from "../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../output/output.ts";
import { defineReader } from "../../output/reader.ts";
import { digestOf } from "./digest.ts";

const CONFORMS = /^https?:\/\/mlcommons\.org\/croissant\/(\d+(?:\.\d+){0,2})$/;
const ALGORITHMS = ["sha256", "md5"] as const;
const SHOWN = 60;

/** A data set described in Croissant: its files, with their digests. Source: MLCommons Croissant 1.0. */
export const croissant = defineReader<"document">({
  tool: "croissant",
  form: "document",
  about: {
    versions: ["1.0 (mlcroissant 1.1.1)", "1.1, from its specification"],
    detectedBy: "an object whose `conformsTo` is `http://mlcommons.org/croissant/…`",
    notRead: "record sets and their examples; the responsible-AI vocabulary `rai:`",
  },
  recognises: ({ root }) => conformsTo(root) !== null,
  read({ root }) {
    const files = [...root.get("distribution").items()];
    const digests = files.map(digestsOf);
    const name = root.get("name").text();
    const dataset: DatasetFact = {
      kind: "dataset",
      name: name ?? "a data set without a name",
      digest: null,
      rows: null,
      split: null,
      at: root.at,
    };
    return {
      kind: "output",
      output: {
        tool: "croissant",
        formatVersion: conformsTo(root),
        producedAt: null,
        subject: null,
        facts: [dataset, ...digests.flatMap(({ facts }) => facts)],
        incomplete: [...nothing(root, files), ...digests.flatMap(({ incomplete }) => incomplete)],
        aggregates: [],
        warnings: digests.flatMap(({ warnings }) => warnings),
      },
    };
  },
});

function conformsTo(root: Json): string | null {
  const written = root.get("conformsTo");
  for (const each of [written, written.get("@id"), ...written.items()]) {
    const version = CONFORMS.exec(each.text()?.slice(0, SHOWN) ?? "")?.[1];
    if (version) return version;
  }
  return null;
}

interface Digests {
  readonly facts: readonly ArtifactFact[];
  readonly incomplete: readonly Shortfall[];
  readonly warnings: readonly OutputWarning[];
}

/** A repository is one "file" too, of which there is no digest: what stands there is passed over. */
function digestsOf(file: Json): Digests {
  const facts: ArtifactFact[] = [];
  const incomplete: Shortfall[] = [];
  const warnings: OutputWarning[] = [];
  const path = file.get("contentUrl").text() ?? file.get("name").text() ?? file.get("@id").text() ?? "a file";
  const isRepository = file.get("encodingFormat").text()?.startsWith("git+") ?? false;
  for (const algorithm of ALGORITHMS) {
    const written = file.get(algorithm);
    if (!written.exists) continue;
    const digest = digestOf(algorithm, written.text());
    if (digest !== null) {
      facts.push({ kind: "artifact", path, algorithm, digest, bytes: bytesOf(file), at: written.at });
      continue;
    }
    const says = `the ${algorithm} of ${path} is \`${String(written.text()).slice(0, SHOWN)}\`, which is no digest`;
    if (isRepository) warnings.push({ code: "no-digest", says, at: written.at });
    else
      incomplete.push({
        code: "unfinished",
        says,
        fix: `write what \`${algorithm}sum\` gives`,
        at: written.at,
      });
  }
  return { facts, incomplete, warnings };
}

function bytesOf(file: Json): number | null {
  const size = /^(\d{1,15})(?: ?B)?$/.exec(file.get("contentSize").text() ?? "")?.[1];
  return size === undefined ? null : Number(size);
}

function nothing(root: Json, files: readonly Json[]): Shortfall[] {
  if (files.length > 0) return [];
  const says = "the data set has no `distribution`: no file of it is named";
  return [{ code: "empty", says, fix: "describe its files, with their digests", at: root.at }];
}

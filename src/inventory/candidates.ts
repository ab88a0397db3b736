import { posix } from "node:path";

export type CandidateKind = "native" | "markdown" | "readme" | "structured" | "parts";

/** A file that by its name may be a card, and the folder of the model that it would be a card of. */
export interface Candidate {
  readonly path: string;
  readonly folder: string;
  readonly kind: CandidateKind;
}

const NAMES: ReadonlyMap<string, CandidateKind> = new Map([
  ["model-card.yaml", "native"],
  ["model-card.yml", "native"],
  ["model-card.json", "native"],
  ["model_card.json", "structured"],
  ["modelcard.json", "structured"],
  ["bom.json", "parts"],
  ["sbom.json", "parts"],
  ["mlbom.json", "parts"],
  ["model_card.md", "markdown"],
  ["model-card.md", "markdown"],
  ["modelcard.md", "markdown"],
  ["readme.md", "readme"],
]);

/** Bills of materials, which hold a model's card only at times. */
const PARTS = /\.(?:cdx|spdx)\.json$/;

const EXTENSIONS: ReadonlyMap<string, CandidateKind> = new Map([
  [".yaml", "native"],
  [".yml", "native"],
  [".json", "native"],
  [".md", "markdown"],
  [".markdown", "markdown"],
]);

/** What a file may be by its name, or null. */
export function candidate(path: string): Candidate | null {
  const name = posix.basename(path).toLowerCase();
  const kind = NAMES.get(name) ?? (PARTS.test(name) ? "parts" : null);
  return kind ? { path, folder: modelFolder(path, kind), kind } : null;
}

/** What a file that someone names as a card must be, whatever its name: told by its extension. */
export function namedCandidate(path: string): Candidate | null {
  const kind = EXTENSIONS.get(posix.extname(path).toLowerCase());
  return candidate(path) ?? (kind ? { path, folder: modelFolder(path, kind), kind } : null);
}

/** A card of another dialect under `docs/` speaks of the folder that holds `docs/`. */
function modelFolder(path: string, kind: CandidateKind): string {
  const folder = directory(path);
  const inDocs =
    (kind === "markdown" || kind === "structured") && posix.basename(folder).toLowerCase() === "docs";
  return inDocs ? directory(folder) : folder;
}

function directory(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}

import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import { type Candidate, candidate, namedCandidate } from "./candidates.ts";
import type { Card } from "./card.ts";
import { concurrently } from "./concurrently.ts";
import { readFolder } from "./model-folder.ts";

const READ_AT_ONCE = 16;

/** What discovery could not see or did not read. Each means that models may be missing from the answer. */
export interface DiscoveryNotice {
  readonly code: "list-cut" | "too-many-models";
  readonly says: string;
  readonly fix: string;
}

export interface Discovery {
  /** One for each model, in the order of their paths. */
  readonly cards: readonly Card[];
  readonly notices: readonly DiscoveryNotice[];
}

/** Every card under the folders, or among the files, of the scope; [""] is the whole tree. */
export async function discoverCards(tree: Tree, scope: readonly string[], caps: Caps): Promise<Discovery> {
  const listing = await tree.list();
  const scopes = scope.map(normalised);
  const listed = listing.paths.flatMap((path) => candidate(path) ?? []);
  const folders = byFolder([...listed, ...(await namedBeyond(tree, listed, scopes))]);
  const inScope = [...folders.values()].filter((files) => files.some(({ path }) => isInScope(path, scopes)));
  const read = await concurrently(inScope, READ_AT_ONCE, (files) => readFolder(tree, files, caps));
  const cards = read.flat().filter(({ sources }) => sources.some((path) => isInScope(path, scopes)));
  cards.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { cards: cards.slice(0, caps.models), notices: noticesOf(listing.complete, cards.length, caps) };
}

function normalised(path: string): string {
  return path
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "")
    .replace(/^\.$/, "");
}

function isInScope(path: string, scopes: readonly string[]): boolean {
  return scopes.some((scope) => scope === "" || path === scope || path.startsWith(`${scope}/`));
}

/** Files of the scope that are cards because someone says so: of another name, or ignored by discovery. */
async function namedBeyond(
  tree: Tree,
  listed: readonly Candidate[],
  scopes: readonly string[],
): Promise<Candidate[]> {
  const known = new Set(listed.map(({ path }) => path));
  const named = scopes.filter((path) => !known.has(path)).flatMap((path) => namedCandidate(path) ?? []);
  const opened = await Promise.all(named.map(({ path }) => tree.open(path)));
  return named.filter((_, index) => !isRefusal(opened[index]!));
}

function byFolder(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const folders = new Map<string, Candidate[]>();
  for (const found of candidates) {
    const files = folders.get(found.folder);
    if (files) files.push(found);
    else folders.set(found.folder, [found]);
  }
  return folders;
}

function noticesOf(complete: boolean, models: number, caps: Caps): DiscoveryNotice[] {
  const notices: DiscoveryNotice[] = [];
  if (!complete) {
    const says = `the repository has more than ${caps.treeFiles} files, and the rest were not searched for cards`;
    notices.push({ code: "list-cut", says, fix: "name the models' folders, or raise treeFiles" });
  }
  if (models > caps.models) {
    const says = `there are ${models} cards, and only the first ${caps.models} were judged`;
    notices.push({ code: "too-many-models", says, fix: "name some of the models' folders, or raise models" });
  }
  return notices;
}

import { posix } from "node:path";
import { startOf } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import type { Candidate } from "./candidates.ts";
import type { Card } from "./card.ts";
import { readForeignCard, readFrontMatterCard } from "./foreign.ts";
import { joinCards } from "./join.ts";
import { readNativeCard } from "./native.ts";
import { textAt } from "./record/fields.ts";
import { resolveIn } from "./resolve.ts";
import type { Sourced } from "./sourced.ts";

/** The cards of one model's folder. Beside a native card no other is a model of its own: it is joined, or told of. */
export async function readFolder(tree: Tree, files: readonly Candidate[], caps: Caps): Promise<Card[]> {
  const foreign = files.filter(({ kind }) => kind !== "native");
  const [first, ...others] = await readAll(files, (file) => readNative(tree, file, caps));
  if (!first) return (await Promise.all(foreign.map((file) => readAlone(tree, file, caps)))).filter(isCard);
  const joined = new Set([first, ...others].flatMap(({ sources }) => sources));
  const strays = await straysOf(
    tree,
    foreign.filter(({ path }) => !joined.has(path)),
    caps,
  );
  return [
    { ...first, problems: [...first.problems, ...strays.map((path) => unjoined(path, first))] },
    ...others,
  ];
}

async function readAll(
  files: readonly Candidate[],
  read: (file: Candidate) => Promise<Card>,
): Promise<Card[]> {
  return Promise.all(files.filter(({ kind }) => kind === "native").map(read));
}

async function readNative(tree: Tree, file: Candidate, caps: Caps): Promise<Card> {
  const native = await readNativeCard(tree, file.path, caps);
  const named = textAt(native.root, "card");
  return named ? complete(tree, native, named, caps) : native;
}

async function complete(tree: Tree, native: Card, named: Sourced<string>, caps: Caps): Promise<Card> {
  const path = resolveIn(native.folder, named.value);
  const problem = await cannotComplete(tree, path, named);
  if (problem) return { ...native, problems: [...native.problems, problem] };
  return joinCards(withoutOwnId(native), await readForeignCard(tree, path, caps));
}

/** A card that completes another need not name the model again. */
function withoutOwnId(native: Card): Card {
  const isNamed = ({ code, about }: Problem) =>
    code === "missing-key" && (about === "/model" || about === "/model/id");
  return { ...native, problems: native.problems.filter((problem) => !isNamed(problem)) };
}

async function cannotComplete(tree: Tree, path: string, named: Sourced<string>): Promise<Problem | null> {
  const about = { about: "card", at: named.at };
  if (!/\.(?:md|markdown)$/i.test(path)) {
    const says = `\`card\` names ${named.value}, and only a Markdown card can be completed`;
    return { code: "wrong-value", ...about, says, fix: "name a README.md or model_card.md" };
  }
  const file = await tree.open(path);
  return isRefusal(file) ? { code: "refused", ...about, says: file.says, fix: file.fix } : null;
}

async function readAlone(tree: Tree, file: Candidate, caps: Caps): Promise<Card | null> {
  const read = file.kind === "readme" ? readFrontMatterCard : readForeignCard;
  const card = await read(tree, file.path, caps);
  return card && { ...card, folder: file.folder };
}

/** Of the files that no native card names, those that are cards. */
async function straysOf(tree: Tree, files: readonly Candidate[], caps: Caps): Promise<string[]> {
  const read = await Promise.all(files.map((file) => readAlone(tree, file, caps)));
  return files.filter((_, index) => isCard(read[index] ?? null)).map(({ path }) => path);
}

function isCard(card: Card | null): card is Card {
  return card !== null;
}

function unjoined(path: string, native: Card): Problem {
  const line = `card: ${posix.relative(`/${native.folder}`, `/${path}`)}`;
  const at = native.root?.at ?? startOf(native.path);
  const says = `${path} is a card of the same model, and ${posix.basename(native.path)} does not name it`;
  return { code: "unjoined-card", about: path, at, says, fix: `add \`${line}\`, or remove that file` };
}

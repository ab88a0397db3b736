import { posix } from "node:path";
import { startOf } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import type { Candidate } from "./candidates.ts";
import type { Card } from "./card.ts";
import { readForeignCard, readForeignJson, readFrontMatterCard } from "./foreign.ts";
import { joinCards } from "./join.ts";
import { readNativeCard } from "./native.ts";
import { textAt } from "./record/fields.ts";
import { resolveIn } from "./resolve.ts";
import type { Sourced } from "./sourced.ts";

/** The cards of one model's folder. Beside a native card no other is a model of its own: it is joined, or told of. */
export async function readFolder(tree: Tree, files: readonly Candidate[], caps: Caps): Promise<Card[]> {
  const foreign = files.filter(({ kind }) => kind !== "native");
  const [first, ...others] = await readAll(files, (file) => readNative(tree, file, caps));
  if (!first) return readWithoutNative(tree, foreign, caps);
  const joined = new Set([first, ...others].flatMap(({ sources }) => sources));
  const unnamed = foreign.filter(({ path, kind }) => kind !== "parts" && !joined.has(path));
  const strays = await straysOf(tree, unnamed, caps);
  return [
    { ...first, problems: [...first.problems, ...strays.map((path) => unjoined(path, first))] },
    ...others,
  ];
}

/** A bill of materials is a model's card only where nothing else is: beside a card it is evidence. */
async function readWithoutNative(tree: Tree, foreign: readonly Candidate[], caps: Caps): Promise<Card[]> {
  const read = async (files: readonly Candidate[]) =>
    (await Promise.all(files.map((file) => readAlone(tree, file, caps)))).filter(isCard);
  const cards = await read(foreign.filter(({ kind }) => kind !== "parts"));
  return cards.length > 0 ? cards : read(foreign.filter(({ kind }) => kind === "parts"));
}

async function readAll(
  files: readonly Candidate[],
  read: (file: Candidate) => Promise<Card>,
): Promise<Card[]> {
  return Promise.all(files.filter(({ kind }) => kind === "native").map(read));
}

async function readNative(tree: Tree, file: Candidate, caps: Caps): Promise<Card> {
  const dialect = isJson(file.path) ? await readForeignJson(tree, file.path, caps) : null;
  if (dialect) return dialect;
  const native = await readNativeCard(tree, file.path, caps);
  const named = textAt(native.root, "card");
  return named ? complete(tree, native, named, caps) : native;
}

async function complete(tree: Tree, native: Card, named: Sourced<string>, caps: Caps): Promise<Card> {
  const path = resolveIn(native.folder, named.value);
  const problem = await cannotComplete(tree, path, named);
  if (problem) return { ...native, problems: [...native.problems, problem] };
  const other = isJson(path)
    ? await readForeignJson(tree, path, caps)
    : await readForeignCard(tree, path, caps);
  if (other) return joinCards(withoutOwnId(native), other);
  const says = `\`card\` names ${named.value}, which is no card of a dialect that is read`;
  const fix = "name a card of Google's toolkit, CycloneDX, SageMaker or SPDX, or a Markdown card";
  return {
    ...native,
    problems: [...native.problems, { code: "wrong-value", about: "card", at: named.at, says, fix }],
  };
}

/** A card that completes another need not name the model again. */
function withoutOwnId(native: Card): Card {
  const isNamed = ({ code, about }: Problem) =>
    code === "missing-key" && (about === "/model" || about === "/model/id");
  return { ...native, problems: native.problems.filter((problem) => !isNamed(problem)) };
}

async function cannotComplete(tree: Tree, path: string, named: Sourced<string>): Promise<Problem | null> {
  const about = { about: "card", at: named.at };
  if (!/\.(?:md|markdown|json)$/i.test(path)) {
    const says = `\`card\` names ${named.value}, and only a Markdown or JSON card can be completed`;
    return { code: "wrong-value", ...about, says, fix: "name a README.md, model_card.md or model_card.json" };
  }
  const file = await tree.open(path);
  return isRefusal(file) ? { code: "refused", ...about, says: file.says, fix: file.fix } : null;
}

async function readAlone(tree: Tree, file: Candidate, caps: Caps): Promise<Card | null> {
  const card = await readerOf(file.kind)(tree, file.path, caps);
  return card && { ...card, folder: file.folder };
}

function readerOf(kind: Candidate["kind"]): typeof readFrontMatterCard {
  switch (kind) {
    case "readme":
      return readFrontMatterCard;
    case "structured":
    case "parts":
      return readForeignJson;
    case "markdown":
    case "native":
      return readForeignCard;
  }
}

function isJson(path: string): boolean {
  return /\.json$/i.test(path);
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

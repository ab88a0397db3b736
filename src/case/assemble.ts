import { readEvidence } from "../evidence/read.ts";
import type { Card } from "../inventory/card.ts";
import { modelFrom } from "../inventory/record.ts";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import type { Dossier } from "./dossier.ts";

/** Dossiers read at the same time: enough to hide the disk's latency, few enough to bound memory. */
const CONCURRENT = 16;

/** One dossier per card, in the cards' order. */
export async function assembleDossiers(tree: Tree, cards: readonly Card[], caps: Caps): Promise<Dossier[]> {
  const dossiers = new Array<Dossier>(cards.length);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < cards.length; index = next++) {
      const card = cards[index]!;
      dossiers[index] = await assembleDossier(tree, card, caps);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENT, cards.length) }, work));
  return dossiers;
}

async function assembleDossier(tree: Tree, card: Card, caps: Caps): Promise<Dossier> {
  const model = modelFrom(card);
  const { tables, files } = await readEvidence(tree, card.folder, model, caps);
  return { card, model, tables, files };
}

import { expect, it } from "vitest";
import type { Lifecycle } from "../../src/inventory/vocabulary.ts";
import { stageOf } from "../../src/judgement/stage.ts";
import { dossierOf, folder } from "../support/dossier.ts";

type Stage = Lifecycle | null;

/** A card at a stage; null for one that states none. */
async function at(lifecycle: Stage) {
  return dossierOf(folder({ model: { id: "m", ...(lifecycle && { lifecycle }) } }));
}

it.each<[was: Stage, is: Stage, asked: Stage, judged: Lifecycle]>([
  ["production", "production", null, "production"],
  ["production", "development", null, "production"],
  ["production", "staging", null, "production"],
  ["staging", "development", null, "staging"],
  ["development", "production", null, "production"],
  ["production", "retired", null, "retired"],
  ["retired", "development", null, "development"],
  ["development", null, null, "production"],
  [null, "development", null, "production"],
  ["production", "development", "staging", "staging"],
])("from %s to %s, asked for %s: judged as %s", async (was, is, asked, judged) => {
  const one = { id: "m", before: await at(was), after: await at(is), twins: [] };
  expect(stageOf(one, "production", asked)).toBe(judged);
});

it("is the card's own where one side has no card", async () => {
  const staging = await at("staging");
  for (const sides of [
    { before: null, after: staging },
    { before: staging, after: null },
  ])
    expect(stageOf({ id: "m", ...sides, twins: [] }, "production", null)).toBe("staging");
});

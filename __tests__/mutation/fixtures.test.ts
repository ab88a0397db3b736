import { describe, expect, it } from "vitest";
import { evidenceFixtures } from "../../tools/evidence/fixtures.ts";
import { judge } from "../../tools/mutation/judged.ts";
import { trial } from "../../tools/mutation/trial.ts";

const MUTATIONS = 100;

describe("damage to a tool's file", async () => {
  const judged = await judge();

  it.each(evidenceFixtures().map((fixture) => [fixture.path, fixture] as const))(
    "%s neither fails nor becomes a pass",
    async (_, fixture) => {
      const { failures } = await trial(fixture, judged, MUTATIONS);
      expect(failures).toEqual([]);
    },
  );
});

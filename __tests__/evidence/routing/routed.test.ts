import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOutput } from "../../../src/evidence/output/read-output.ts";
import { routed } from "../../../src/evidence/routing/routed.ts";
import { CAPS } from "../../../src/workspace/caps.ts";
import { bufferFile } from "../../support/buffer-file.ts";

interface Case {
  readonly config: object;
  readonly labels: Readonly<Record<string, string>>;
  /** Null where amtool refuses the configuration. */
  readonly answer: readonly string[] | null;
}

const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, "goldens/routing.json"), "utf8")) as {
  cases: readonly Case[];
};

async function routingOf({ config, labels }: Case) {
  const state = await readOutput(
    bufferFile("alertmanager.yml", JSON.stringify(config)),
    "alertmanager",
    CAPS,
  );
  if (state.kind !== "output") return null;
  const fact = state.output.facts.find(({ kind }) => kind === "route");
  if (fact?.kind !== "route") return null;
  return routed(fact.root, fact.receivers, new Map(Object.entries(labels)));
}

describe("where amtool sends an alert", () => {
  test.each(cases.map((each) => [JSON.stringify(each.config).slice(0, 90), each] as const))(
    "%s",
    async (_, each) => {
      const routing = await routingOf(each);
      if (each.answer === null || routing === null) {
        expect(routing).toBe(each.answer);
        return;
      }
      const answer = new Set(each.answer);
      if (routing.perhaps.length === 0) expect(new Set(routing.receivers)).toEqual(answer);
      for (const certain of routing.receivers) expect(answer).toContain(certain);
      for (const one of answer) expect([...routing.receivers, ...routing.perhaps]).toContain(one);
    },
  );

  test("nearly all of them are told for certain", async () => {
    const told = await Promise.all(cases.map(async (each) => (await routingOf(each))?.perhaps.length === 0));
    expect(told.filter(Boolean).length).toBeGreaterThan(280);
  });
});

import { describe, expect, it } from "vitest";
import { contrasted } from "../../src/gate.ts";
import { broken, challenged, honest } from "../support/challenged.ts";
import type { Files } from "../support/dossier.ts";
import { loadedPolicy } from "../support/loaded-policy.ts";
import { memoryTree } from "../support/memory-tree.ts";
import { policyText } from "../support/policies.ts";

const RULE = "data/predictions-well-formed";
const policy = (setting: string) => policyText(`rules: { ${RULE}: { ${setting} } }`);

async function contrastsOf(files: Files, before: string, after: string) {
  const [old, young] = await Promise.all(
    [before, after].map((text) => loadedPolicy({ "policy.yaml": text })),
  );
  const head = memoryTree(files);
  const request = { head, scope: [""], stage: null, asOf: "2026-11-23", before: old!, after: young! };
  return (await contrasted(request)).contrasts;
}

describe("contrasted", () => {
  it.each<[string, string, string, object]>([
    [
      "a finding that vanishes, and what would be recommended",
      policy("severity: high"),
      policy('severity: "off"'),
      {
        before: { recommendation: "hold" },
        after: { recommendation: "approve-with-conditions" },
        vanishes: [{ rule: RULE, severity: "high", blocking: true }],
        appears: [],
        regraded: [],
      },
    ],
    [
      "one that appears",
      policy('severity: "off"'),
      policy("severity: high"),
      { after: { recommendation: "hold" }, appears: [{ rule: RULE }], vanishes: [] },
    ],
    [
      "one that is graded otherwise",
      policy("severity: high"),
      policy("severity: low"),
      {
        appears: [],
        vanishes: [],
        regraded: [
          { before: { severity: "high", blocking: true }, after: { severity: "low", blocking: false } },
        ],
      },
    ],
    [
      "nothing between alike",
      policy("severity: high"),
      policy("severity: high"),
      { appears: [], vanishes: [], regraded: [], faults: [] },
    ],
  ])("tells %s", async (_, before, after, expected) => {
    const [one, ...others] = await contrastsOf(broken("a"), before, after);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ model: "a", ...expected });
  });

  it("says of each side what the gate says under it alone", async () => {
    const files = { ...broken("a"), ...honest("b") };
    const texts = [policy("severity: high"), policy("severity: info")];
    const contrasts = await contrastsOf(files, texts[0]!, texts[1]!);
    for (const [index, side] of (["before", "after"] as const).entries()) {
      const governed = {
        ...files,
        "effective-challenge.yaml": "policy: ours.yaml\n",
        "ours.yaml": texts[index]!,
      };
      const { report } = await challenged(governed);
      const alone = report.models.map(({ id, recommendation }) => [id, recommendation]);
      expect(contrasts.map((one) => [one.model, one[side].recommendation])).toEqual(alone);
    }
  });

  it("is refused where the tree's own configuration is wrong", async () => {
    const files = { ...honest("a"), "effective-challenge.yaml": "polcy: x\n" };
    await expect(contrastsOf(files, policyText(), policyText())).rejects.toThrow(/polcy/);
  });
});

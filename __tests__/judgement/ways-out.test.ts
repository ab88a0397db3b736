import { describe, expect, it } from "vitest";
import { judge } from "../../src/judgement/judge.ts";
import { type WayOut, waysOut } from "../../src/judgement/ways-out.ts";
import { Measured } from "../../src/measurement/measured.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { AnyRule } from "../../src/rules/rule.ts";
import { finding } from "../../src/rules/verdict.ts";
import { tierOf } from "../../src/tiering/tiering.ts";
import { cardWith } from "../support/card-text.ts";
import { loadedPolicy } from "../support/loaded-policy.ts";
import { madeRule } from "../support/made-rules.ts";
import { subjectOf } from "../support/subjects.ts";

const AT = { path: "model-card.yaml", line: 1, column: 1, pointer: "" };
const wrong = (about: string) => finding({ about, at: AT, says: "it is wrong", fix: "mend it" });

/** Says one thing wrong in a table that is only planned at tier high; `at` is where it looks. */
const needy = (seen: string[]): AnyRule =>
  madeRule("made/needy", {
    *needs({ tiering }) {
      if (tiering.effective === "low") yield { kind: "rows", table: "t" };
    },
    *check({ tiering, stage }, measured) {
      seen.push(`${tiering.effective} ${stage}`);
      if (tiering.effective === "low") measured.of({ kind: "rows", table: "t" });
      yield wrong("x");
    },
  });

const POLICY = `name: made
version: 1
tiering:
  undeclared: high
  criteria:
    - { tier: high, because: regulated, when: { regulated: true } }
    - { tier: medium, because: outside, when: { external_facing: true } }
tiers:
  low: &tier
    blocking: { development: critical, staging: high, production: high, retired: high }
    accept: { high: { by: somebody, days: 9 } }
  medium:
    blocking: { development: critical, staging: critical, production: critical, retired: high }
  high:
    blocking: { development: critical, staging: medium, production: medium, retired: medium }
    accept: { high: { by: the board, days: 3 } }
  critical: *tier
`;

async function ways(severity: string, factors: string, rules: readonly AnyRule[], stage = "production") {
  const policy = await loadedPolicy({ "policy.yaml": POLICY });
  const settings = new Map(rules.map(({ id }) => [id, { severity: severity as "high" }]));
  const set = { ...policy, files: [{ ...policy.files[0]!, rules: settings }] };
  const files = cardWith({ risk: `{ tier: high, factors: { ${factors} } }` });
  const found = await subjectOf(files, { stage: stage as "production" });
  const tiering = tierOf("high", found.after.model.factors, policy.tiering);
  const subject = { ...found, tiering };
  const measured = new Measured(new Map());
  const judgement = judge(subject, effectivePolicy(set, "high", subject.stage), measured, rules);
  return waysOut({ policy: set, subject, measured, rules, judgement }).map(told);
}

function told(way: WayOut): string {
  switch (way.kind) {
    case "accept":
      return `${way.findings} ${way.severity} by ${way.by === null ? "nobody" : `${way.by.by} for ${way.by.days}`}`;
    case "stage":
      return `${way.stage}: ${way.recommendation}`;
    case "factor":
      return `${way.turn.factor} ${way.turn.instead}: ${way.turn.tier}, ${way.recommendation}`;
  }
}

const RULE = madeRule("made/rule", {
  *check() {
    yield wrong("x");
    yield wrong("y");
  },
});

describe("what would lift a hold", () => {
  it("is who may accept it, the last stage without a hold, and the factor that decides the tier", async () => {
    expect(await ways("high", "regulated: true, external_facing: true", [RULE])).toEqual([
      "2 high by the board for 3",
      "development: approve-with-conditions",
      "regulated false: medium, approve-with-conditions",
    ]);
  });

  it("is nobody where the policy names nobody", async () => {
    expect(await ways("medium", "regulated: false, external_facing: false", [RULE])).toEqual([
      "2 medium by nobody",
      "development: approve-with-conditions",
    ]);
  });

  it("is no stage and no factor under which the model is held as well", async () => {
    expect(await ways("critical", "regulated: true, external_facing: false", [RULE])).toEqual([
      "2 critical by nobody",
    ]);
    expect(await ways("high", "regulated: true, external_facing: false", [RULE])).not.toContainEqual(
      expect.stringContaining("low"),
    );
  });

  it("is no stage before the first, and none for a retired model", async () => {
    expect(await ways("critical", "regulated: false, external_facing: false", [RULE], "development")).toEqual(
      ["2 critical by nobody"],
    );
    expect(await ways("medium", "regulated: false, external_facing: false", [RULE], "retired")).toEqual([
      "2 medium by nobody",
    ]);
  });

  it("is nothing for what would need what was not measured", async () => {
    const seen: string[] = [];
    const found = await ways("medium", "regulated: true, external_facing: false", [needy(seen)]);
    expect(seen).toContain("low production");
    expect(found).toEqual(["1 medium by nobody", "development: approve-with-conditions"]);
  });

  it("is nothing for a model that is not held", async () => {
    expect(await ways("low", "regulated: true", [RULE])).toEqual([]);
  });
});

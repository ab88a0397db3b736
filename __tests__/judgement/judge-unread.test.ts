import { beforeAll, describe, expect, it } from "vitest";
import type { RuleSetting } from "../../src/policy/policy.ts";
import type { Subject } from "../../src/rules/subject.ts";
import { judged, setting } from "../support/judgement.ts";
import { foundWrong, ruleSaying } from "../support/made-rules.ts";
import { subjectOf } from "../support/subjects.ts";

describe("a card that cannot be read", () => {
  const teller = ruleSaying("test/teller", [foundWrong("card")], { tellsOfUnread: true });
  const other = ruleSaying("test/other", [foundWrong("name")]);
  let unread: Subject;
  beforeAll(async () => {
    unread = await subjectOf({ "model-card.yaml": "model: {\n" });
  });

  it("is told by one rule, and the others are silent", () => {
    const { recommendation, findings, checks } = judged(
      [other, teller],
      { rules: setting("high", "test/teller") },
      unread,
    );
    expect(recommendation).toBe("hold");
    expect(findings.map(({ rule }) => rule)).toEqual(["test/teller"]);
    expect(checks).toMatchObject([
      { outcome: "not-applicable", checked: ["the card cannot be read"] },
      { outcome: "finding" },
    ]);
  });

  it.each<[string, RuleSetting]>([
    ["off", { severity: "off" }],
    ["too mild to hold the model", { severity: "medium" }],
    ["for information only", { severity: "info" }],
  ])("is met by every rule where the one that tells of it is %s", (_, told) => {
    const wishes = { rules: { "test/teller": told, "test/other": { severity: "high" } } } as const;
    const { recommendation, findings } = judged([teller, other], wishes, unread);
    expect(recommendation).toBe("hold");
    expect(findings.map(({ rule }) => rule)).toContain("test/other");
  });

  it("is not a card that has a problem and can be read", async () => {
    const odd = await subjectOf({ "model-card.yaml": "model: { id: m }\nmodle: 1\n" });
    expect(odd.after.card.problems).not.toEqual([]);
    const { findings } = judged([teller, other], { rules: setting("high", "test/teller") }, odd);
    expect(findings.map(({ rule }) => rule)).toEqual(["test/teller", "test/other"]);
  });
});

import { describe, expect, it } from "vitest";
import { explainedTiers } from "../../../src/report/explain/tier.ts";
import { explainedTiersText } from "../../../src/report/explain/tier-text.ts";
import { dossierOf } from "../../support/dossier.ts";
import { loadedPolicy } from "../../support/loaded-policy.ts";

const baseline = await loadedPolicy({}, "baseline");

async function explained(risk: string) {
  const { model, card } = await dossierOf({ "model-card.yaml": `model: { id: a }\nrisk: ${risk}\n` });
  const all = explainedTiers([{ path: card.path, model }], baseline);
  return { one: all.models[0]!, text: explainedTiersText(all, { width: 100, colour: false }) };
}

const HARMLESS =
  "domain: marketing, autonomy: advisory, people_affected: 10, sensitive_attributes: [], external_facing: false, generative: false, tool_use: false, regulated: false";

describe("a tier explained", () => {
  it("says what is stated and where, what holds, and what would change it", async () => {
    const { one } = await explained(`{ tier: low, factors: { ${HARMLESS} } }`);
    expect(one).toMatchObject({ declared: "low", computed: "low", effective: "low", open: [] });
    expect(one.factors.find(({ factor }) => factor === "people_affected")).toEqual({
      factor: "people_affected",
      stated: 10,
      at: "model-card.yaml:2",
    });
    expect(one.factors.at(-1)).toEqual({ factor: "regions", stated: null, at: null });
    expect(one.criteria.map(({ answer }) => answer)).toEqual(baseline.tiering.criteria.map(() => "not-met"));
    expect(one.turns).toContainEqual({
      factor: "regulated",
      instead: "true",
      tier: "high",
      effective: "high",
    });
  });

  it.each([
    ["low", "medium"],
    ["high", "high"],
    ["critical", "critical"],
  ])("declared %s, a turn to medium makes it %s: what is declared stays", async (declared, effective) => {
    const { one } = await explained(`{ tier: ${declared}, factors: { ${HARMLESS} } }`);
    const turn = one.turns.find(({ factor }) => factor === "external_facing");
    expect(turn).toEqual({ factor: "external_facing", instead: "true", tier: "medium", effective });
  });

  it("tells an unknown domain, and leaves open what it may decide", async () => {
    const { one, text } = await explained(
      `{ tier: low, factors: { ${HARMLESS.replace("marketing", "helth")} } }`,
    );
    expect(one.unknownDomain).toEqual({ written: "helth", nearest: "health" });
    expect(one.criteria.filter(({ answer }) => answer === "open").map(({ unknown }) => unknown)).toEqual([
      ["domain"],
    ]);
    expect(text).toContain('The policy does not know the domain "helth" (did you mean "health"?)');
  });

  it("says when too little is stated to tell, and when no factor would change it", async () => {
    expect((await explained("{}")).text).toContain(
      "Tier medium: the card declares none, and too little is stated for the risk factors to give one.",
    );
    const most = HARMLESS.replace("marketing", "health")
      .replace("advisory", "autonomous")
      .replace("people_affected: 10", "people_affected: 1000000")
      .replace("regulated: false", "regulated: true");
    expect((await explained(`{ tier: critical, factors: { ${most} } }`)).text).toContain(
      "No single factor would change what the factors give.",
    );
  });
});

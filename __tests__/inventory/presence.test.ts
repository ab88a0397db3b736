import { expect, test } from "vitest";
import { present } from "../../src/inventory/presence.ts";
import { nativeCard } from "../support/cards.ts";

const card = await nativeCard(`
model: { id: a, name: TODO, owners: [{ name: TBD }, { name: Team }], version: 3 }
use: { intended: "[More Information Needed]", users: Underwriters, out_of_scope: [] }
risk: { factors: { generative: false, sensitive_attributes: [TODO] } }
security: { privacy: { retention: tbd } }
limitations: [TODO, thin files score low]
`);

test.each([
  "model.id",
  "model.version",
  "model.owners",
  "use.users",
  "risk.factors.generative",
  "limitations",
  "use",
])("%s is there", (field) => {
  expect(present(card.root, field)).not.toBeNull();
});

test.each([
  "model.name",
  "model.task",
  "use.intended",
  "use.out_of_scope",
  "risk.factors.sensitive_attributes",
  "security",
])("%s is not there", (field) => {
  expect(present(card.root, field)).toBeNull();
});

test("of no card nothing is there", () => {
  expect(present(null, "model.id")).toBeNull();
});

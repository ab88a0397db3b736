import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import rule from "../../../src/rules/documentation/card-complete.ts";
import { FIELDS_WITH_A_HEADING } from "../../../src/rules/documentation/card-fields.ts";
import cardValid from "../../../src/rules/documentation/card-valid.ts";
import { readFix } from "../../../src/rules/paste.ts";
import { type Files, verdictsOf } from "../../support/rule-tester.ts";

const NATIVE = "models/a/model-card.yaml";
const JSON_CARD = "models/a/model-card.json";
const MARKDOWN = "models/a/MODEL_CARD.md";
const README = "models/a/README.md";

/** Every field that the bundled policy requires of any tier, and some that a policy of one's own might. */
const FIELDS = [
  ...new Set(
    readFileSync(new URL("../../../policies/baseline.yaml", import.meta.url), "utf8")
      .split("documentation/card-complete:")
      .slice(1)
      .flatMap(
        (part) =>
          part.split("inventory/owners-named")[0]?.match(/\b[a-z]+(?:\.[a-z_]+)?\b(?=[,\]\n])/g) ?? [],
      )
      .filter(
        (word) => word.includes(".") || ["data", "metrics", "limitations", "requirements"].includes(word),
      ),
  ),
  "ethical_considerations",
  "evidence",
  "model.owners",
  "model.endpoints",
  "model.base_models",
  "risk.factors",
  "risk.factors.domain",
  "prediction.classes",
  "security.scans",
  "system.components",
  "system.tools",
  "system.prompts",
  "launch.stages",
];

const CARDS: Readonly<Record<string, { readonly card: string; readonly files: Files }>> = {
  "a native card in blocks": {
    card: NATIVE,
    files: { [NATIVE]: "model:\n  id: a\nuse:\n  x-none: 1\nrisk:\n  x-none: 1\n" },
  },
  "a native card in braces": { card: NATIVE, files: { [NATIVE]: "model: { id: a }\nuse: { x-none: 1 }\n" } },
  "a native card in JSON": {
    card: JSON_CARD,
    files: { [JSON_CARD]: '{ "model": { "id": "a" }, "use": { "x-none": 1 } }' },
  },
  "a Markdown card": { card: MARKDOWN, files: { [MARKDOWN]: "# Model card\n\nCounts parcels.\n" } },
  "a Hugging Face card": {
    card: README,
    files: { [README]: "---\nlibrary_name: sklearn\n---\n# Model card\n\nCounts parcels.\n" },
  },
};

describe.each(Object.entries(CARDS))("the fix for %s", (_, { card, files }) => {
  it.each(FIELDS)("works for %s, once it is filled in", async (field) => {
    const parameters = { fields: [field] };
    const [verdict] = await verdictsOf(rule, { files, parameters });
    if (verdict?.outcome !== "finding") throw new Error(`${field} is there already`);
    const pasted = paste(files, card, verdict.fix);
    const [unedited] = await verdictsOf(rule, { files: pasted, parameters });
    expect(unedited).toMatchObject({ outcome: "finding" });
    const filled = Object.fromEntries(
      Object.entries(pasted).map(([path, text]) => [path, String(text).replaceAll("…", "Checked by hand.")]),
    );
    expect(await verdictsOf(rule, { files: filled, parameters })).toEqual([
      { outcome: "fine", checked: "1 of 1 required fields are filled in" },
    ]);
    const wrong = (await verdictsOf(cardValid, { files: filled })).filter(
      (one) => one.outcome === "finding" && !/^wrong-(?:value|type)\|/.test(one.about),
    );
    expect(wrong).toEqual([]);
  });
});

it.each([
  ["a", "a"],
  ["007", '"007"'],
  ["on", '"on"'],
  ["модель", "…"],
])("names the model %s as %s in the card beside it", async (id, written) => {
  const files: Files = { [`models/${id}/MODEL_CARD.md`]: "# Model card\n\nCounts parcels.\n" };
  const parameters = { fields: ["data"] };
  const [verdict] = await verdictsOf(rule, { files, parameters });
  expect(verdict).toMatchObject({ fix: expect.stringContaining(`model: { id: ${written} }`) });
});

it("has a heading for most of what people write", () => {
  expect(FIELDS_WITH_A_HEADING.length).toBeGreaterThan(10);
  expect(FIELDS).toEqual(expect.arrayContaining([...FIELDS_WITH_A_HEADING]));
});

it("gives all sections of one card lines that can be pasted together", async () => {
  const files: Files = { [MARKDOWN]: "# Model card\n\nCounts parcels.\n" };
  const fields = FIELDS.filter((field) => field !== "risk.factors");
  const parameters = { fields };
  const verdicts = await verdictsOf(rule, { files, parameters });
  const fixes = verdicts.flatMap((one) => (one.outcome === "finding" ? [one.fix] : []));
  const pasted = fixes.reduce((so, fix) => paste(so, MARKDOWN, fix), files);
  const filled = Object.fromEntries(
    Object.entries(pasted).map(([path, text]) => [path, String(text).replaceAll("…", "Checked by hand.")]),
  );
  expect(await verdictsOf(rule, { files: filled, parameters })).toEqual([
    { outcome: "fine", checked: `${fields.length} of ${fields.length} required fields are filled in` },
  ]);
});

const BESIDE =
  /^complete it in (\S+), a card beside it with `(card: \S+)` and (?:its own `model`|`(model: \{ id: \S+ \})`)$/;

/** Does what the fix says, as its reader would. */
function paste(files: Files, card: string, fix: string): Files {
  const { says, lines } = readFix(fix);
  const body = lines.join("\n");
  const text = String(files[card]);
  const put = (path: string, content: string): Files => ({ ...files, [path]: content });
  const [, beside, joined, model] = BESIDE.exec(says) ?? [];
  if (beside !== undefined) {
    const known = files[beside] ?? `${joined}\n${model ?? ""}\n`;
    const others = body.startsWith("model:") ? String(known).replace(/^model: .*\n/m, "") : known;
    return put(beside, `${others}${body}\n`);
  }
  const [, braces] = /^add inside the braces of `(\w+)` in /.exec(says) ?? [];
  if (braces !== undefined)
    return put(
      card,
      text.replace(new RegExp(`("?)${braces}\\1: \\{`), `$&${body.replaceAll("$", "$$$$")}, `),
    );
  if (says.endsWith(", inside its outer braces")) return put(card, text.replace("{", `{ ${body}, `));
  const [, block] = /^add under `(\w+)` in /.exec(says) ?? [];
  if (block !== undefined) return put(card, text.replace(`${block}:\n`, `${block}:\n${body}\n`));
  expect(says).toBe(`add to ${card}`);
  return put(card, `${text}\n${body}\n`);
}

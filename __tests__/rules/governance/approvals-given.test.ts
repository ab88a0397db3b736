import rule from "../../../src/rules/governance/approvals-given.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine } from "../../support/expected.ts";
import { type Files, testRule } from "../../support/rule-tester.ts";

const FILE = "models/a/governance/approvals.yaml";
const OWNERS = "owners: [{ name: Dev Team, role: developer, contact: Dev@Example.com }]";
const card = cardWith({ model: `version: 3.1.0, ${OWNERS}` });

/** One approval; `more` comes after its date. */
function by(person: string, role = "validator", more = "", version = "3.1.0", date = "2026-11-20"): string {
  return `{ model: a, version: ${version}, by: ${person}, role: ${role}, date: ${date}${more && `, ${more}`} }`;
}

const listed = (...entries: readonly string[]) =>
  `approvals:\n${entries.map((entry) => `  - ${entry}\n`).join("")}`;
const approved = (...entries: readonly string[]): Files => ({ ...card, [FILE]: listed(...entries) });
const inFile = (text: string): Files => ({ ...card, [FILE]: text });

const VALIDATOR = { required: [{ role: "validator", people: 1 }] };
const BOTH = {
  required: [
    { role: "validator", people: 1 },
    { role: "business", people: 1 },
  ],
};
const TWO = { required: [{ role: "validator", people: 2 }] };
const among = (...names: readonly string[]) => ({
  required: [{ role: "validator", people: 1, among: names }],
});

/** The base as the change leaves it. */
const onBoth = (files: Files) => ({ files, base: files });
const unmet = (says: string | RegExp, role = "validator") => finding({ about: `role|${role}`, says });

testRule(rule, [
  {
    name: "on the base, and still there",
    ...onBoth(approved(by("Ann Lee"))),
    parameters: VALIDATOR,
    expects: [fine("Ann Lee (validator) approved version 3.1.0: named on the base")],
  },
  {
    name: "without a base it is told what is not checked",
    files: approved(by("Ann Lee")),
    parameters: VALIDATOR,
    expects: [fine("without a base, that they wrote it is not checked")],
  },
  {
    name: "only in the change",
    files: approved(by("Ann Lee")),
    base: card,
    parameters: VALIDATOR,
    expects: [unmet("not counted: Ann Lee (stated in this change; takes effect when merged)")],
  },
  {
    name: "of a model that is new, approved before it came",
    files: approved(by("Ann Lee")),
    base: { "README.md": "none", [FILE]: listed(by("Ann Lee")) },
    parameters: VALIDATOR,
    expects: [fine("Ann Lee")],
  },
  {
    name: "changed by the change: neither the old nor the new one counts",
    files: approved(by("Eva Stone")),
    base: approved(by("Ann Lee")),
    parameters: VALIDATOR,
    expects: [unmet("Ann Lee (taken away by this change), Eva Stone (stated in this change")],
  },
  {
    name: "the digest that it is of, changed by the change",
    files: {
      ...cardWith({
        model: `version: 3.1.0, artifacts: [{ path: m, sha256: ${"b".repeat(64)} }], ${OWNERS}`,
      }),
      [FILE]: listed(by("Ann Lee", "validator", `digest: ${"b".repeat(64)}`)),
    },
    base: approved(by("Ann Lee", "validator", `digest: ${"a".repeat(64)}`)),
    parameters: VALIDATOR,
    expects: [unmet("stated in this change")],
  },
  {
    name: "taken away by the change",
    files: card,
    base: approved(by("Ann Lee")),
    parameters: VALIDATOR,
    expects: [unmet("Ann Lee (taken away by this change)")],
  },
  {
    name: "what an approver has to say, and the file that it stands in, may change",
    files: { ...card, "approvals.yml": listed(by("Ann Lee", "validator", "says: Fine")) },
    base: approved(by("Ann Lee", "validator", "says: Good")),
    parameters: VALIDATOR,
    expects: [fine("named on the base")],
  },
  {
    name: "the card moves, and its approvals with it",
    files: { "b/model-card.yaml": card[CARD]!, "b/governance/approvals.yaml": listed(by("Ann Lee")) },
    base: approved(by("Ann Lee")),
    parameters: VALIDATOR,
    expects: [fine("named on the base")],
  },
  ...[
    "approvals.yaml",
    "approvals.yml",
    "governance/approvals.yaml",
    "models/a/governance/approvals.yml",
  ].map((path) => ({
    name: `in ${path}`,
    files: { ...card, [path]: listed(by("Ann Lee")) },
    parameters: VALIDATOR,
    expects: [fine("Ann Lee")],
  })),
  {
    name: "in the folder of another model",
    files: { ...card, "models/b/governance/approvals.yaml": listed(by("Ann Lee")) },
    parameters: VALIDATOR,
    expects: [
      finding({
        about: "role|validator",
        at: `${CARD}:1:26`,
        says: 'no approval with the role "validator" counts for version 3.1.0',
        fix: "  - { model: a, version: 3.1.0, by: …, role: validator, date: 2026-11-23 }",
      }),
    ],
  },

  // Nobody approves their own work.
  ...[
    ["by name", by("dev  TEAM")],
    ["by name, the words turned round", by('"Team, Dev"')],
    ["by address", by("Ann Lee", "validator", "contact: dev+review@example.com")],
    ["by an address in place of a name", by("dev@EXAMPLE.com")],
    ["by name beside another address", by('"Dev Team <ann@example.com>"')],
    ["by address beside another name", by('"Ann Lee <dev@example.com>"')],
  ].map(([name = "", entry = ""]) => ({
    name: `a developer, ${name}`,
    ...onBoth(approved(entry)),
    parameters: VALIDATOR,
    expects: [unmet("a developer of the model")],
  })),
  ...[
    ["Jane Doe", "Jane Dо\u0435"],
    ["Jane Doe", "\u0408\u0410\u039d\u0415 Doe"],
    ["Alice Lee", "AIice Lee"],
    ["Jos\u00e9 M\u00fcller", "Jose Muller"],
    ["Jane Doe", "Ja\u034fne\ufe0f Do\u0337e"],
    ["Jane Doe", "Jane\u3164Doe"],
    ["Jane Doe", "@jane-doe"],
    ["Jane Doe", "JaneDoe"],
    ["Jane Doe", "Dr. Jane A. Doe"],
    ["Jane Doe", "Jane A Doe"],
    ["Jane Doe", "Jane Doe (Risk)"],
    ["Jane Doe", "jane@example.org (Jane Doe)"],
    ["Jane Doe", "Jane <jane@example.org> Doe"],
    ["Jane Doe", "jane.doe@example.org"],
    ["Sean O'Neil", "Sean O\u2019Neil"],
    ["jane@example.com", "Ann Lee, ann@example.org, jane@example.com."],
    ["jane@example.com", "jane(risk)@example.com"],
  ].map(([developer = "", approver = ""]) => ({
    name: `a developer ${developer} who approves as ${JSON.stringify(approver)}`,
    ...onBoth({
      ...cardWith({ model: `version: 3.1.0, owners: [{ name: "${developer}", role: developer }]` }),
      [FILE]: listed(by(`"${approver}"`)),
    }),
    parameters: VALIDATOR,
    expects: [unmet("a developer of the model")],
  })),
  ...[
    ["Jane Doe", "Jane Roe"],
    ["Team A", "Team B"],
    ["J. Doe", "K. Doe"],
    ["risk@example.com", "risk@example.org"],
    ["Ann Lee (Risk)", "Tom Fox (Risk)"],
    ["\u0915\u092e\u0932 \u0938\u093f\u0902\u0939", "\u0915\u092e\u0932\u093e \u0938\u093f\u0902\u0939"],
  ].map(([developer = "", approver = ""]) => ({
    name: `${developer} is not ${approver}`,
    ...onBoth({
      ...cardWith({ model: `version: 3.1.0, owners: [{ name: "${developer}", role: developer }]` }),
      [FILE]: listed(by(`"${approver}"`)),
    }),
    parameters: VALIDATOR,
    expects: [fine(approver)],
  })),
  {
    name: "a developer whom the change takes off the card",
    files: { ...cardWith({ model: "version: 3.1.0" }), [FILE]: listed(by("Dev Team")) },
    base: approved(by("Dev Team")),
    parameters: VALIDATOR,
    expects: [unmet("Dev Team (a developer of the model)")],
  },
  {
    name: "an owner who is no developer may approve",
    files: {
      ...cardWith({ model: "version: 3.1.0, owners: [{ name: Ann Lee, role: validator }]" }),
      [FILE]: listed(by("Ann Lee")),
    },
    parameters: VALIDATOR,
    expects: [fine("the card names no developer, so that their own work is not told apart")],
  },

  // A person counts once.
  {
    name: "one of two: who counts is not among those who do not",
    ...onBoth(approved(by("Ann Lee"))),
    parameters: TWO,
    expects: [unmet(/^1 of 2 approvals with the role "validator" counts for version 3\.1\.0$/)],
  },
  {
    name: "one person in two roles",
    ...onBoth(approved(by("Ann Lee"), by("Ann Lee", "business"))),
    parameters: BOTH,
    expects: [unmet("Ann Lee (counts once, and does as validator)", "business")],
  },
  {
    name: "whoever has two roles takes the one that nobody else has",
    ...onBoth(approved(by("Ann Lee"), by("Ann Lee", "business"), by("Tom Fox"))),
    parameters: BOTH,
    expects: [fine(/Tom Fox \(validator\), Ann Lee \(business\)/)],
  },
  {
    name: "one person twice, once by the address",
    ...onBoth(approved(by('"Ann Lee <ann@example.com>"'), by("ann@example.com"), by("Lee Ann"))),
    parameters: TWO,
    expects: [unmet('1 of 2 approvals with the role "validator" counts')],
  },
  {
    name: "two people",
    ...onBoth(approved(by("Ann Lee"), by("Tom Fox"))),
    parameters: TWO,
    expects: [fine("Ann Lee (validator), Tom Fox (validator)")],
  },

  // Of this version, in time, of these bytes.
  {
    name: "of another version",
    ...onBoth(approved(by("Ann Lee", "validator", "", "3.0.0"))),
    parameters: VALIDATOR,
    expects: [unmet("Ann Lee (of version 3.0.0)")],
  },
  {
    name: "3.10 is not 3.1",
    files: { ...cardWith({ model: "version: 3.1" }), [FILE]: listed(by("Ann Lee", "validator", "", "3.10")) },
    parameters: VALIDATOR,
    expects: [unmet("of version 3.10")],
  },
  {
    name: "a version that YAML reads as a number",
    files: {
      ...cardWith({ model: 'version: "3.10"' }),
      [FILE]: listed(by("Ann Lee", "validator", "", "3.10")),
    },
    parameters: VALIDATOR,
    expects: [fine("version 3.10")],
  },
  {
    name: "dated today",
    ...onBoth(approved(by("Ann Lee", "validator", "", "3.1.0", "2026-11-23"))),
    parameters: VALIDATOR,
    expects: [fine("Ann Lee")],
  },
  {
    name: "dated tomorrow",
    ...onBoth(approved(by("Ann Lee", "validator", "", "3.1.0", "2026-11-24"))),
    parameters: VALIDATOR,
    expects: [unmet("Ann Lee (dated 2026-11-24, after 2026-11-23)")],
  },
  ...[
    ["the card's artifact", "A".repeat(64), fine("Ann Lee")],
    ["another artifact", "b".repeat(64), unmet("of an artifact that the card does not name")],
  ].map(([name, digest, expected]) => ({
    name: `of ${name}`,
    files: {
      ...cardWith({ model: `version: 3.1.0, artifacts: [{ path: m.onnx, sha256: ${"a".repeat(64)} }]` }),
      [FILE]: listed(by("Ann Lee", "validator", `digest: ${digest}`)),
    },
    parameters: VALIDATOR,
    expects: [expected as ReturnType<typeof fine>],
  })),
  {
    name: "the card gives no version",
    files: { ...cardWith({}), [FILE]: listed(by("Ann Lee")) },
    parameters: VALIDATOR,
    expects: [finding({ about: "version", fix: "add `model.version`" })],
  },

  // Who may.
  {
    name: "one of those who may, by an address",
    ...onBoth(approved(by("Ann Lee", "validator", "contact: ann@example.com"))),
    parameters: among("Eva Stone", "Ann@Example.com"),
    expects: [fine("Ann Lee")],
  },
  {
    name: "none of those who may, and who was meant",
    ...onBoth(approved(by("Anne Lee"))),
    parameters: among("Eva Stone", "Ann Lee"),
    expects: [
      finding({
        about: "role|validator",
        says: "Anne Lee (not among those who may; Ann Lee is)",
        fix: "have one of Eva Stone, Ann Lee who did not build",
      }),
    ],
  },
  {
    name: "one of two, and who is left to ask",
    ...onBoth(approved(by("Ann Lee", "validator", "contact: ann@example.com"))),
    parameters: { required: [{ role: "validator", people: 2, among: ["Ann Lee", "Eva Stone", "Tom Fox"] }] },
    expects: [
      finding({
        about: "role|validator",
        says: "1 of 2 approvals with the role",
        fix: "have one of Eva Stone, Tom Fox who did not build",
      }),
    ],
  },
  {
    name: "none of two, and a line for each",
    ...onBoth(approved(by("Sam Else"))),
    parameters: { required: [{ role: "validator", people: 2, among: ["Ann Lee", "Eva Stone"] }] },
    expects: [
      finding({
        about: "role|validator",
        says: 'none of 2 approvals with the role "validator" counts',
        fix: /^have 2 of Ann Lee, Eva Stone who(?:[\s\S]*role: validator){2}/,
      }),
    ],
  },
  {
    name: "more people than those who may",
    ...onBoth(approved(by("Ann Lee"))),
    parameters: { required: [{ role: "validator", people: 2, among: ["Ann Lee"] }] },
    expects: [
      finding({
        about: "role|validator",
        fix: "have someone, whom the policy has to name under `among` first",
      }),
    ],
  },
  {
    name: "of many that do not count a few are told",
    ...onBoth(approved(...["A", "B", "C", "D", "E"].map((name) => by(name, "validator", "", "1.0.0")))),
    parameters: VALIDATOR,
    expects: [unmet("C (of version 1.0.0) and 2 more")],
  },
  {
    name: "the file beside the card is about nearly this model",
    files: {
      ...cardWith({ model: "version: 3.1.0" }),
      [FILE]: listed(by("Ann Lee")).replace("model: a", "model: b"),
    },
    parameters: VALIDATOR,
    expects: [unmet('; the file beside the card has approvals of "b"')],
  },

  // Nothing is required.
  { name: "nothing is required", files: card, expects: [fine("no approval is required")] },
  {
    name: "nothing is required, and someone approved",
    files: approved(by("Ann Lee")),
    expects: [fine("no approval is required; given: Ann Lee (validator)")],
  },

  // A file that is wrong is never a pass.
  {
    name: "a key that nobody knows",
    files: inFile(`${listed(by("Ann Lee", "validator", "contct: ann@example.com"))}`),
    parameters: VALIDATOR,
    expects: [finding({ at: `${FILE}:2:81`, says: "contct", fix: "contact" })],
  },
  {
    name: "a key at the top, where nothing is required",
    files: inFile(`approval: []\n`),
    expects: [finding({ at: `${FILE}:1:1`, says: "`approval` is not a known key", fix: "approvals" })],
  },
  {
    name: "a role that is none, and the nearest",
    files: approved(by("Ann Lee", "validater")),
    parameters: VALIDATOR,
    expects: [
      finding({ at: `${FILE}:2:52`, says: "validater", fix: "validator" }),
      finding({ about: "role|validator" }),
    ],
  },
  {
    name: "an entry without a date",
    files: inFile("approvals:\n  - { model: a, version: 3.1.0, by: Ann Lee, role: validator }\n"),
    parameters: VALIDATOR,
    expects: [finding({ at: `${FILE}:2:5`, says: "date" }), finding({ about: "role|validator" })],
  },
  ...[
    ["2026-02-30", "no day of the calendar"],
    ["20 November", "date"],
  ].map(([date = "", says = ""]) => ({
    name: `a date that is none: ${date}`,
    files: approved(by("Ann Lee", "validator", "", "3.1.0", date)),
    parameters: VALIDATOR,
    expects: [finding({ says }), finding({ about: "role|validator" })],
  })),
  {
    name: "a name still to come",
    files: approved(by("TBD")),
    parameters: VALIDATOR,
    expects: [
      finding({ about: `placeholder|${FILE}|by`, at: `${FILE}:2:37` }),
      finding({ about: "role|validator" }),
    ],
  },
  {
    name: "a list in place of a map",
    files: inFile(`- ${by("Ann Lee")}\n`),
    parameters: VALIDATOR,
    expects: [finding({ at: `${FILE}:1:1` }), finding({ about: "role|validator" })],
  },
  {
    name: "a file that is no YAML",
    files: inFile("approvals: [\n"),
    parameters: VALIDATOR,
    expects: [cannotTell({ at: `${FILE}:2:1` })],
  },
  {
    name: "an empty file",
    files: inFile(""),
    parameters: VALIDATOR,
    expects: [cannotTell({ says: "approvals.yaml is empty" })],
  },
  {
    name: "bytes that are no text, where nothing is required",
    files: { ...card, "approvals.yaml": new Uint8Array([0xff, 0xfe, 0, 0x41]) },
    expects: [cannotTell({ at: "approvals.yaml:1:1" })],
  },
  {
    name: "wrong on both sides is told once",
    ...onBoth(inFile("approvals: 1\n")),
    parameters: VALIDATOR,
    expects: [finding({ at: `${FILE}:1:12` }), finding({ about: "role|validator" })],
  },
  {
    name: "a file that nobody can read comes before one that is wrong",
    files: { ...inFile("approvals: 1\n"), "approvals.yaml": "approvals: [\n" },
    parameters: VALIDATOR,
    expects: [cannotTell({ at: "approvals.yaml:2:1" }), finding({ at: `${FILE}:1:12` })],
  },
  {
    name: "not to be read on the base, and mended by the change",
    files: approved(by("Ann Lee")),
    base: inFile("approvals: [\n"),
    parameters: VALIDATOR,
    expects: [cannotTell({ says: "on the base, " })],
  },
  {
    name: "thousands of wrong entries are a few findings",
    files: approved(...Array.from({ length: 3000 }, () => by("Ann Lee", "validator", "x: 1"))),
    parameters: VALIDATOR,
    expects: [...Array.from({ length: 20 }, () => finding({})), finding({ about: "more", says: "31 more" })],
  },
]);

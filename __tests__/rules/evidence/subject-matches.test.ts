import rule from "../../../src/rules/evidence/subject-matches.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { shown, subject } from "../../support/shown.ts";

const [ONE, OTHER] = ["a".repeat(64), "b".repeat(64)];
const named = (model: string) =>
  cardWith({
    model: `name: Credit default, version: 3.1.0, artifacts: [{ path: out/model.onnx, sha256: ${ONE} }]${model}`,
  });
const card = named("");
const saying = (said: Parameters<typeof subject>[0]) => [shown(subject(said))];
const silent = { raw: "", at: { path: CARD, line: 1, column: 1, pointer: "" } };

testRule(rule, [
  { name: "no file", files: card, expects: [notApplicable("no file of a tool")] },
  ...[
    "a",
    "Credit Default",
    "credit-default",
    "credit_default",
    "models:/credit-default/3",
    "out/model.onnx",
    "/tmp/model.onnx",
  ].map((model) => ({
    name: `${model} is this model`,
    files: card,
    shown: saying({ model }),
    expects: [fine("this model is named in 1 file of tools")],
  })),
  ...["fraud", "credit-default-2", "models:/fraud/3", "other.onnx", "b", "openai:gpt-4o"].map((model) => ({
    name: `${model} is another`,
    files: card,
    shown: saying({ model }),
    expects: [
      finding({
        about: "model|evidence/tool.json",
        at: `${CARD}:9:5`,
        says: `is about the model "${model}", and this card is of "a"`,
        fix: "base_models",
      }),
    ],
  })),
  ...[
    "gpt-4o-mini",
    "openai:chat:gpt-4o-mini",
    "openai/gpt-4o-mini",
    "azure/openai/gpt-4o-mini-2024-07-18",
  ].map((model) => ({
    name: `${model} is the one behind it`,
    files: named(", base_models: [{ name: gpt-4o-mini }, llama3]"),
    shown: saying({ model, version: "7.7.7" }),
    expects: [fine("1 file")],
  })),
  {
    name: "a base model that is only named",
    files: named(", base_models: [llama3]"),
    shown: saying({ model: "ollama:llama3" }),
    expects: [fine("1 file")],
  },
  ...["3.1.0", "v3.1", "3.1"].map((version) => ({
    name: `version ${version} is 3.1.0`,
    files: card,
    shown: saying({ model: "a", version }),
    expects: [fine("1 file")],
  })),
  {
    name: "another version",
    files: card,
    shown: saying({ model: "a", version: "3.0.9" }),
    expects: [
      finding({ about: "version|evidence/tool.json", says: "version 3.0.9, and this card is of 3.1.0" }),
    ],
  },
  {
    name: "a registry's count says nothing of the version",
    files: card,
    shown: saying({ model: "a", version: "7" }),
    expects: [fine("1 file")],
  },
  {
    name: "a version where the card has none",
    files: cardWith({}),
    shown: saying({ version: "2.0.0" }),
    expects: [cannotTell({ about: "version|evidence/tool.json", fix: "model.version" })],
  },
  {
    name: "the digest of the card's file",
    files: card,
    shown: saying({ digest: `sha256:${ONE.toUpperCase()}` }),
    expects: [fine("1 file")],
  },
  {
    name: "the digest of another file",
    files: card,
    shown: saying({ model: "a", digest: `sha256:${OTHER}` }),
    expects: [finding({ about: "digest|evidence/tool.json", says: "none of the card's artifacts" })],
  },
  ...[`md5:${"a".repeat(32)}`, "sha256:main", ""].map((digest) => ({
    name: `nothing to compare "${digest}" with`,
    files: card,
    shown: saying({ digest }),
    expects: [cannotTell({ about: "digest|evidence/tool.json", fix: "sha256" })],
  })),
  {
    name: "a digest where the card lists none",
    files: cardWith({}),
    shown: saying({ digest: `sha256:${ONE}` }),
    expects: [cannotTell({ says: "the card gives none" })],
  },
  {
    name: "a file that does not say is mentioned",
    files: card,
    shown: [shown({}), ...saying({})],
    expects: [fine("no model is named in 1 file of tools")],
  },
  {
    name: "unless it has to be bound",
    files: card,
    parameters: { bound: true },
    shown: [shown({}), shown({}, { path: "b.json", sha256: { ...silent, value: ONE } })],
    expects: [
      cannotTell({ about: "silent|evidence/tool.json", at: `${CARD}:9:5`, fix: "add `sha256:`" }),
      fine("no model is named in 1 file of tools, and its sha256 binds each"),
    ],
  },
  {
    name: "and each is, by its digest",
    files: card,
    parameters: { bound: true },
    shown: [shown({}, { sha256: { ...silent, value: ONE } })],
    expects: [fine("no model is named in 1 file of tools, and its sha256 binds each")],
  },
]);

import rule from "../../../src/rules/security/artifact-digests.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";

/** `printf abc | sha256sum`, the first example of FIPS 180-2; and of `abd`. */
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const ABD = "a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9";

const artifacts = (...entries: readonly string[]) =>
  cardWith({ model: `artifacts: [${entries.join(", ")}]` }, { "m.onnx": "abc", "n.onnx": "abd" });

testRule(rule, [
  ...[ABC, ABC.toUpperCase(), `sha256:${ABC}`, `"SHA256:${ABC.toUpperCase()}"`].map((sha256) => ({
    name: `the file has the digest ${sha256.slice(0, 12)}…`,
    files: artifacts(`{ path: m.onnx, sha256: ${sha256} }`),
    expects: [fine("1 of 1 artifacts have the stated sha256")],
  })),
  {
    name: "the file was swapped",
    files: artifacts(`{ path: m.onnx, sha256: ${ABD} }`),
    expects: [
      finding({
        about: "artifact|m.onnx",
        at: `${CARD}:1:53`,
        says: "m.onnx is not the file",
        fix: `set \`sha256: ${ABC}\` and raise the version`,
      }),
    ],
  },
  {
    name: "each artifact answers for itself",
    files: artifacts(`{ path: m.onnx, sha256: ${ABC} }`, `{ path: n.onnx, sha256: ${ABC} }`),
    expects: [finding({ about: "artifact|n.onnx" }), fine("1 of 2")],
  },
  ...["", ", sha256: TODO", ', sha256: ""', ", sha256: [abc]"].map((sha256) => ({
    name: `no digest${sha256 && `: ${sha256}`}`,
    files: artifacts(`{ path: m.onnx${sha256} }`),
    expects: [finding({ about: "artifact|m.onnx", at: `${CARD}:1:29`, fix: `add \`sha256: ${ABC}\`` })],
  })),
  {
    name: "a digest of another kind is no match",
    files: artifacts("{ path: m.onnx, sha256: 900150983cd24fb0d6963f7d28e17f72 }"),
    expects: [finding({ about: "artifact|m.onnx", says: "is not the file" })],
  },
  {
    name: "a digest without a path",
    files: artifacts(`{ sha256: ${ABC} }`),
    expects: [finding({ about: "artifact|an artifact without a path", fix: "give the artifact a `path`" })],
  },
  ...[
    ["gone.onnx", "does not exist"],
    ["../../secret.onnx", "does not exist"],
    ["../../../secret.onnx", "outside the repository"],
    ["/etc/hostname", "outside the repository"],
    ["../a", "is a directory"],
    ["*.onnx", "does not exist"],
  ].map(([path, says = ""]) => ({
    name: `${path} cannot be opened`,
    files: artifacts(`{ path: "${path}", sha256: ${ABC} }`),
    expects: [cannotTell({ about: `artifact|${path}`, says, fix: "fetch it in a step before the check" })],
  })),
  { name: "no artifact", files: cardWith({}), expects: [notApplicable("lists no artifact")] },
  { name: "an empty list", files: artifacts(), expects: [notApplicable("lists no artifact")] },
  {
    name: "no artifact where one is required",
    files: cardWith({}),
    parameters: { required: true },
    expects: [finding({ about: "artifacts|none", at: `${CARD}:1:14`, fix: "model.artifacts" })],
  },
  {
    name: "an entry that says nothing is no artifact that can be looked at",
    files: artifacts("{}"),
    parameters: { required: true },
    expects: [finding({ says: "cannot be looked at" })],
  },
]);

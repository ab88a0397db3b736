import rule from "../../../src/rules/evidence/output-readable.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fileOf, shown } from "../../support/shown.ts";

const at = { path: "evidence/run.json", line: 3, column: 1, pointer: "" };
const problem = { code: "unparsed", about: "garak", at, says: "line 3 is no JSON", fix: "run garak again" };
const NOTEBOOK = '{"nbformat": 4, "nbformat_minor": 5, "cells": []}';

/** The card names the file at the path, with whatever else its entry says. */
const naming = (path: string, content: string | Uint8Array, more = "") =>
  cardWith({ evidence: `[{ path: ${path}${more} }]` }, { [path]: content });

testRule(rule, [
  { name: "no file", files: cardWith({}), expects: [notApplicable("names no file")] },
  {
    name: "a tool's file, told by its content",
    files: naming("any-name.txt", NOTEBOOK),
    expects: [fine("understood: jupyter")],
  },
  {
    name: "two files of one tool",
    files: cardWith({}),
    shown: [shown({}, { path: "a" }), shown({}, { path: "b" })],
    expects: [fine("toolbox (2 files)")],
  },
  {
    name: "what a reader passed over is said",
    files: cardWith({}),
    shown: [shown({ warnings: Array(3).fill({ code: "bad-line", says: "line 4 is no JSON", at }) })],
    expects: [fine("passed over: line 4 is no JSON, and 2 more"), fine("understood: toolbox")],
  },
  {
    name: "a tool's file that cannot be understood stands where it breaks",
    files: cardWith({}),
    shown: [fileOf({ kind: "unparsed", tool: "garak", problem }, { path: "evidence/run.json" })],
    expects: [
      finding({
        about: "unparsed|evidence/run.json",
        at: "evidence/run.json:3",
        says: "is garak's",
        fix: "run garak",
      }),
    ],
  },
  {
    name: "an old notebook is jupyter's and is not read",
    files: naming("old.ipynb", '{"nbformat": 3, "cells": []}'),
    expects: [finding({ about: "unparsed|old.ipynb", says: "nbformat 3 is not read", fix: "nbconvert" })],
  },
  ...[
    ["JSON", '{"results": 1, "score": 2}', 'JSON document with "results", "score"'],
    ["JSON Lines", '{"probe": "x"}\n{"probe": "y"}\n', 'first record is with "probe"'],
    ["YAML", "gropus:\n  - name: x\n", 'YAML document with "gropus"'],
  ].map(([what, content = "", says = ""]) => ({
    name: `${what} that no tool wrote`,
    files: naming("home-made", content),
    expects: [cannotTell({ about: "data|home-made", at: `${CARD}:2`, says, fix: "`kind: notes`" })],
  })),
  {
    name: "a kind in the author's own word says that it is for people",
    files: naming("home-made.json", '{"results": 1}', ", kind: review"),
    expects: [fine("for people alone, not read: models/a/home-made.json")],
  },
  {
    name: "a kind in the author's own word does not keep a tool's file from being read",
    files: naming("n.json", NOTEBOOK, ", kind: review"),
    expects: [fine("understood: jupyter")],
  },
  {
    name: "JSON that was cut off, whatever it is called",
    files: naming("cut.json", '{"results": [1, 2', ", kind: review"),
    expects: [finding({ about: "broken|cut.json", says: "broken or cut off" })],
  },
  {
    name: "a list that was cut off",
    files: naming("cut.json", '[\n  {"a": 1},'),
    expects: [finding({ about: "broken|cut.json" })],
  },
  {
    name: "another tool's file than declared",
    files: naming("x.json", '{"results": 1}', ", kind: jupyter"),
    expects: [
      finding({ about: "not-the-declared-tool|x.json", says: "is not jupyter's, which is", fix: "`kind`" }),
    ],
  },
  {
    name: "two tools claim it",
    files: cardWith({}),
    shown: [
      fileOf({ kind: "unknown", why: "several-tools", says: "its content fits a and b", fix: "say which" }),
    ],
    expects: [cannotTell({ says: "fits a and b", fix: "say which" })],
  },
  {
    name: "too large to be read",
    files: cardWith({}),
    shown: [
      fileOf({ kind: "unknown", why: "over-cap", says: "it is larger", fix: "raise" }, { kind: "own" }),
    ],
    expects: [cannotTell({ about: "over-cap|evidence/tool.json" })],
  },
  ...[
    "plain text\nof someone\n",
    "# Notes\n\n- one\n",
    "[1] Breiman, Random Forests\n",
    "<html></html>",
    "a,b\n1,2\n",
  ].map((text) => ({
    name: `${JSON.stringify(text.slice(0, 12))} is for people`,
    files: naming("notes", text),
    expects: [fine("1 file for people alone, not read")],
  })),
  {
    name: "a picture is for people",
    files: naming("p.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0)),
    expects: [fine("not read: models/a/p.png")],
  },
  {
    name: "an empty file among others of a tool",
    files: cardWith(
      { evidence: '[{ path: "e/*", kind: jupyter }]' },
      { "e/1.ipynb": NOTEBOOK, "e/2.ipynb": "" },
    ),
    expects: [cannotTell({ about: "empty|e/*:models/a/e/2.ipynb", says: "is empty" }), fine("understood")],
  },
  {
    name: "a whole folder by one pattern",
    files: cardWith(
      { evidence: '[{ path: "e/**" }]' },
      { "e/a.ipynb": NOTEBOOK, "e/b/c.json": '{"mine": 1}', "e/z.txt": "text", "e/empty.json": "" },
    ),
    expects: [
      cannotTell({ about: "data|e/**:models/a/e/b/c.json", says: "models/a/e/b/c.json was not read" }),
      fine("understood: jupyter"),
      fine("2 files for people"),
    ],
  },
]);

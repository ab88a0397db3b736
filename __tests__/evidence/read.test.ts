import { describe, expect, it } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { cardText, dossierOf, type Files, folder } from "../support/dossier.ts";

const ROWS = "y_true,y_score\n1,0.9\n0,0.2\n";
const predictions = (path: string, more: object = {}) => ({
  kind: "predictions",
  path,
  split: "test",
  ...more,
});

async function tableOf(entry: object, files: Files) {
  const { tables } = await dossierOf(folder({ evidence: [entry] }, files));
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

describe("what the card names as evidence", () => {
  it("opens a table as far as its columns", async () => {
    const table = await tableOf(predictions("p.csv", { id: "test-predictions" }), { "p.csv": ROWS });
    expect(table).toMatchObject({
      id: "test-predictions",
      kind: "predictions",
      split: "test",
      files: ["p.csv"],
    });
    expect(table.content).toMatchObject({ kind: "read", header: { format: "csv" } });
  });

  it("reads paths from the card's folder", async () => {
    const card = cardText({ evidence: [predictions("../shared/p.csv")] });
    const { tables } = await dossierOf({ "models/a/model-card.yaml": card, "models/shared/p.csv": ROWS });
    expect(tables[0]).toMatchObject({ files: ["models/shared/p.csv"], content: { kind: "read" } });
  });

  it("opens the shards of a pattern in order", async () => {
    const files = { "p/2.csv": ROWS, "p/10.csv": ROWS, "p/readme.txt": "no", "q/1.csv": ROWS };
    expect((await tableOf(predictions("p/*.csv"), files)).files).toEqual(["p/10.csv", "p/2.csv"]);
  });

  it.each([
    ["a file that is not there", "nowhere.csv", {}, "not-found"],
    ["a pattern that matches nothing", "p/*.csv", {}, "not-found"],
    ["a folder", "p", { "p/1.csv": ROWS }, "is-directory"],
    ["a path out of the repository", "../../p.csv", {}, "outside-tree"],
    ["an absolute path", "/etc/passwd", {}, "outside-tree"],
    ["an empty file", "p.csv", { "p.csv": "" }, "empty"],
    ["a pickle", "p.pkl", { "p.pkl": new Uint8Array([0x80, 4, 0, 0, 0]) }, "unsupported"],
    [
      "a Git LFS pointer",
      "p.csv",
      { "p.csv": "version https://git-lfs.github.com/spec/v1\n" },
      "pointer-file",
    ],
  ])("%s is a problem, with a fix, where the card names it", async (_, path, files, code) => {
    const { content, at } = await tableOf(predictions(path), files as Files);
    if (content.kind !== "unreadable") throw new Error(content.kind);
    expect(content.problem).toMatchObject({ code, about: path, at: { path: "model-card.yaml" } });
    expect(content.problem.fix).not.toBe("");
    expect(at.path).toBe("model-card.yaml");
  });

  it("says how many shards a pattern may have", async () => {
    const files = folder(
      { evidence: [predictions("*.csv")] },
      { "1.csv": ROWS, "2.csv": ROWS, "3.csv": ROWS },
    );
    const { tables } = await dossierOf(files, { ...CAPS, shards: 2 });
    expect(tables[0]?.content).toMatchObject({
      kind: "unreadable",
      problem: { code: "over-cap", says: "*.csv names more than 2 files" },
    });
  });

  it("puts a problem inside a table on its own line", async () => {
    const { content } = await tableOf(predictions("p.csv"), {
      "p.csv": new Uint8Array([0xff, 0xfe, 0x61, 0]),
    });
    expect(content).toMatchObject({ problem: { code: "not-utf8", at: { path: "p.csv", line: 1 } } });
  });
});

describe("what a file is", () => {
  it.each([
    ["declared", { kind: "predictions", path: "e" }, "nothing,known\n1,2\n", "predictions"],
    ["truth and a score", { path: "e" }, ROWS, "predictions"],
    ["truth and a prediction", { path: "e" }, "label,pred\na,a\n", "predictions"],
    ["truth and classes' scores", { path: "e" }, "label,prob_a,prob_b\na,1,0\n", "predictions"],
    ["two columns that could be the truth", { path: "e" }, "label,target,pred\na,a,a\n", "predictions"],
    ["truth alone", { path: "e" }, "label,age\na,1\n", null],
    ["another kind", { kind: "fairness-report", path: "e" }, ROWS, null],
    ["no table", { path: "e" }, "%PDF-1.7 \n", null],
  ])("%s", async (_, entry, content, kind) => {
    const { tables, files } = await dossierOf(folder({ evidence: [entry] }, { e: content }));
    expect(tables.map((table) => table.kind)).toEqual(kind === null ? [] : [kind]);
    expect(files.map((file) => file.path)).toEqual(kind === null ? ["e"] : []);
  });

  it.each([
    ["is there", { e: "%PDF-1.7 \n" }, null],
    ["is missing", {}, "not-found"],
    ["is empty", { e: "" }, "empty"],
  ])("a file that %s", async (_, content, code) => {
    const entry = { kind: "threat-model", path: "e" };
    const { files } = await dossierOf(folder({ evidence: [entry] }, content as Files));
    expect(files[0]?.problem?.code ?? null).toBe(code);
  });
});

describe("data and ids", () => {
  it("a split without a path is undeclared, not passed over", async () => {
    const { tables } = await dossierOf(folder({ data: [{ split: "train", rows: 3 }] }));
    expect(tables).toMatchObject([
      { id: "data:train", kind: "dataset", files: [], rows: { value: 3 }, content: { kind: "undeclared" } },
    ]);
  });

  it("no table hides behind another's id", async () => {
    const { tables } = await dossierOf(
      folder(
        {
          evidence: [
            predictions("good.csv", { id: "a" }),
            predictions("bad.csv", { id: "a", split: "validation" }),
            predictions("good.csv"),
            predictions("good.csv"),
          ],
          data: [{ split: "train", path: "good.csv" }, { split: "train" }],
        },
        { "good.csv": ROWS, "bad.csv": ROWS },
      ),
    );
    expect(new Set(tables.map(({ id }) => id)).size).toBe(6);
    expect(tables[1]?.content).toMatchObject({ kind: "unreadable", problem: { code: "duplicate-id" } });
  });

  it("opens no more entries than a thousand, and says so of the others", async () => {
    const evidence = Array.from({ length: 1001 }, (_, index) => predictions("p.csv", { id: `e${index}` }));
    const { tables } = await dossierOf(folder({ evidence }, { "p.csv": ROWS }));
    expect(tables[999]?.content.kind).toBe("read");
    expect(tables[1000]?.content).toMatchObject({ kind: "unreadable", problem: { code: "over-cap" } });
  });
});

describe("a pattern over a folder of everything", () => {
  const NOTEBOOK = '{"nbformat": 4, "nbformat_minor": 5, "cells": []}';
  const FOLDER = { "e/a.csv": ROWS, "e/b.ipynb": NOTEBOOK, "e/c/d.txt": "text", "e/z.csv": "" };

  it("tells each file by itself", async () => {
    const { tables, files } = await dossierOf(folder({ evidence: [{ path: "e/**" }] }, FOLDER));
    expect(tables).toMatchObject([
      { id: "e/**:e/a.csv", kind: "predictions", split: null, files: ["e/a.csv"] },
    ]);
    expect(files.map(({ path, output }) => [path, output.kind])).toEqual([
      ["e/b.ipynb", "output"],
      ["e/c/d.txt", "unknown"],
      ["e/z.csv", "unopened"],
    ]);
    expect(files[2]?.problem).toMatchObject({ code: "empty" });
  });

  it("leaves a file to the entry that names it", async () => {
    const evidence = [
      { path: "e/**" },
      { ...predictions("e/a.csv"), id: "test" },
      { kind: "plan", path: "e/c/d.txt" },
    ];
    const { tables, files } = await dossierOf(folder({ evidence }, FOLDER));
    expect(tables.map(({ id, split }) => [id, split])).toEqual([["test", "test"]]);
    expect(files.map(({ path, kind }) => [path, kind])).toEqual([
      ["e/b.ipynb", "tool-output"],
      ["e/z.csv", "unrecognised"],
      ["e/c/d.txt", "plan"],
    ]);
  });

  it("takes shards that are one table for one", async () => {
    const { tables, files } = await dossierOf(
      folder({ evidence: [{ path: "e/*" }] }, { "e/1.csv": ROWS, "e/2.csv": ROWS }),
    );
    expect(tables).toMatchObject([{ id: "e/*", files: ["e/1.csv", "e/2.csv"] }]);
    expect(files).toEqual([]);
  });
});

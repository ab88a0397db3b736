import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { execute } from "../../src/measurement/execute.ts";
import type { MetricNeed, Need } from "../../src/measurement/need.ts";
import { planOf } from "../../src/measurement/plan.ts";
import { CAPS, type Caps } from "../../src/workspace/caps.ts";
import { isRefusal, type OpenFile, type Tree } from "../../src/workspace/tree.ts";
import { dossierOf, type Files, folder } from "../support/dossier.ts";
import { memoryTree } from "../support/memory-tree.ts";

const TABLES: Files = {
  "t.csv": "id,y,pred,score,sex,note\n1,1,1,0.9,f,\n2,0,0,0.2,m,x\n3,1,0,0.4,f,y\n4,0,0,0.1,,\n",
  "train.csv": "id,y\n3,1\n9,0\n",
  "noid.csv": "y\n1\n",
};
const CONTENT = {
  evidence: [{ id: "t", kind: "predictions", path: "t.csv", split: "test" }],
  data: [
    { split: "train", path: "train.csv" },
    { split: "validation", path: "noid.csv" },
    { split: "holdout" },
    { split: "lost", path: "nowhere.csv" },
  ],
};

function metric(name: string, more: Partial<MetricNeed> = {}): MetricNeed {
  return {
    kind: "metric",
    table: "t",
    metric: name,
    parameters: {},
    decision: name === "roc_auc" ? null : "column",
    weighted: false,
    slice: {},
    confidence: 0.95,
    ...more,
  };
}

async function measured(
  needs: readonly Need[],
  { caps, ...content }: { caps?: Caps } & object = {},
  files = TABLES,
) {
  const dossier = await dossierOf(folder({ ...CONTENT, ...content }, files));
  return execute(memoryTree(files), dossier, planOf(needs), caps ?? CAPS);
}

describe("execute", () => {
  it("answers every kind of need", async () => {
    const needs: Need[] = [
      metric("accuracy"),
      metric("recall", { slice: { sex: "f" } }),
      { kind: "rows", table: "t" },
      { kind: "groups", table: "t", column: "sex" },
      { kind: "overlap", left: "t", right: "data:train" },
      { kind: "digest", path: "t.csv" },
    ];
    const results = await measured(needs);
    const [accuracy, recall, rows, groups, overlap, digest] = needs.map((need) => results.of(need));
    expect(accuracy).toMatchObject({ kind: "value", value: 0.75, n: 4 });
    expect(recall).toMatchObject({ kind: "value", value: 0.5, n: 2 });
    expect(rows).toEqual({ kind: "rows", rows: 4, problems: [] });
    expect(groups).toEqual({
      kind: "groups",
      sizes: new Map([
        ["f", 2],
        ["m", 1],
      ]),
      missing: 1,
    });
    expect(overlap).toEqual({ kind: "overlap", shared: 1, alike: 0, left: 4, right: 2 });
    const sha256 = createHash("sha256").update(String(TABLES["t.csv"])).digest("hex");
    expect(digest).toEqual({ kind: "digest", sha256, bytes: String(TABLES["t.csv"]).length });
  });

  it("opens each table once for all that is asked of it, and each file to be digested once", async () => {
    const dossier = await dossierOf(folder(CONTENT, TABLES));
    const { tree, opened } = counting(memoryTree(TABLES));
    const needs: Need[] = [
      metric("accuracy"),
      metric("recall"),
      metric("roc_auc"),
      metric("recall", { slice: { sex: "f" } }),
      { kind: "rows", table: "t" },
      { kind: "groups", table: "t", column: "sex" },
      { kind: "overlap", left: "t", right: "data:train" },
      { kind: "rows", table: "data:train" },
    ];
    await execute(tree, dossier, planOf([...needs, ...needs]), CAPS);
    expect(Object.fromEntries(opened)).toEqual({ "t.csv": 1, "train.csv": 1 });
    opened.clear();
    const digest: Need = { kind: "digest", path: "t.csv" };
    await execute(tree, dossier, planOf([digest, { ...digest }]), CAPS);
    expect(Object.fromEntries(opened)).toEqual({ "t.csv": 1 });
  });

  it("reads the columns that are needed and no other", async () => {
    // A segment of three values is over this cap, so that reading it without need would fail the table.
    const files = { "t.csv": "id,y,pred,who\n1,1,1,a\n2,0,0,b\n3,1,1,c\n" };
    const caps = { ...CAPS, distinctValues: 2 };
    const content = { caps, data: [] };
    const who: Need = { kind: "groups", table: "t", column: "who" };
    const accuracy = metric("accuracy");
    expect((await measured([accuracy], content, files)).of(accuracy)).toMatchObject({
      kind: "value",
      value: 1,
    });
    const over = await measured([accuracy, who], content, files);
    expect(over.of(who)).toMatchObject({ kind: "cannot-tell" });
    expect(over.of(accuracy)).toMatchObject({ kind: "cannot-tell" });
  });

  it.each<[string, Need, string]>([
    ["a table that the card does not name", { kind: "rows", table: "nobody" }, 'no evidence "nobody"'],
    ["a split without a path", { kind: "rows", table: "data:holdout" }, "has no path"],
    ["a file that is not there", { kind: "rows", table: "data:lost" }, "nowhere.csv"],
    ["ids of a table without them", { kind: "overlap", left: "t", right: "data:validation" }, "row's id"],
    ["ids of a table that is not there", { kind: "overlap", left: "data:lost", right: "t" }, "nowhere.csv"],
    ["groups of no column", { kind: "groups", table: "t", column: "region" }, 'no column "region"'],
    ["a slice of no column", metric("accuracy", { slice: { region: "x" } }), 'no column "region"'],
    ["a metric of another task", metric("r2"), "not measured for this task"],
    ["weights that are not there", metric("accuracy", { weighted: true }), "`weight`"],
    ["a digest of nothing", { kind: "digest", path: "nowhere.csv" }, "nowhere.csv"],
    ["a digest of what lies outside", { kind: "digest", path: "../secret" }, "outside the repository"],
  ])("cannot tell of %s", async (_, need, says) => {
    expect((await measured([need])).of(need)).toMatchObject({
      kind: "cannot-tell",
      says: expect.stringContaining(says),
      fix: expect.stringMatching(/\w/),
    });
  });

  it("cannot compare ids of which some are missing", async () => {
    const files = { ...TABLES, "train.csv": "id,y\n3,1\n,0\n" };
    const need: Need = { kind: "overlap", left: "t", right: "data:train" };
    expect((await measured([need], {}, files)).of(need)).toMatchObject({ kind: "cannot-tell" });
  });
});

function counting(tree: Tree) {
  const opened = new Map<string, number>();
  const open = async (path: string): Promise<OpenFile | Awaited<ReturnType<Tree["open"]>>> => {
    const file = await tree.open(path);
    if (!isRefusal(file)) opened.set(path, (opened.get(path) ?? 0) + 1);
    return file;
  };
  return { tree: { ...tree, open }, opened };
}

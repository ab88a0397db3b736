import { readFile } from "node:fs/promises";
import { join } from "node:path";
import initialise from "sql.js/dist/sql-wasm-inline.js";
import { describe, expect, test } from "vitest";
import { folderSource, readFolder, readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { memoryTree } from "../../../support/memory-tree.ts";
import { readWritten, readWrittenFolder } from "../../../support/read-written.ts";

const [A, B] = ["a".repeat(32), "b".repeat(32)];
const META = (id: string, more = "status: 3\nlifecycle_stage: active") =>
  `run_id: ${id}\nrun_name: r-${id[0]}\n${more}\n`;

async function store(files: Record<string, string>) {
  const tree = memoryTree(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`s/${path}`, text])),
  );
  const folder = await folderSource(tree, "s", CAPS);
  if (folder === null) throw new Error("no folder");
  return readFolder(folder, null, CAPS);
}

describe("a store without a registry", () => {
  test("gives every run that finished, and says that they are several", async () => {
    const state = await store({
      [`1/${A}/meta.yaml`]: META(A),
      [`1/${A}/metrics/accuracy`]: "1 0.8 0\n",
      [`1/${B}/meta.yaml`]: META(B, "status: 4\nlifecycle_stage: active"),
      [`1/${B}/metrics/accuracy`]: "1 0.9 0\n",
      [`1/${"c".repeat(32)}/meta.yaml`]: META("c".repeat(32)),
      [`1/${"c".repeat(32)}/metrics/accuracy`]: "1 0.7 0\n",
    });
    expect(state).toMatchObject({
      output: {
        facts: [{ value: 0.8 }, { value: 0.7 }],
        incomplete: [],
        warnings: [{ code: "several-runs" }],
      },
    });
  });

  test("a run's own folder is read by itself", async () => {
    const state = await store({ "meta.yaml": META(A), "metrics/val/f1": "2 0.5 1\n1 0.9 0\n2 0.5 1\n" });
    expect(state).toMatchObject({
      output: { subject: null, facts: [{ name: "val/f1", value: 0.5 }], incomplete: [] },
    });
  });

  test.each([
    ["killed", "status: 5", "cancelled"],
    ["running", "status: 1", "unfinished"],
    ["without a state", "source: x", "unfinished"],
    ["deleted", "status: 3\nlifecycle_stage: deleted", "cancelled"],
  ])("a run that is %s is not whole", async (_, more, code) => {
    const state = await store({ "meta.yaml": META(A, more), "metrics/f1": "1 0.5 0\n" });
    expect(state).toMatchObject({ output: { incomplete: [{ code }] } });
  });
});

test.each([
  ["cut before its time", "model_uuid: abc\n"],
  ["cut within its time", "model_uuid: abc\nutc_time_created: '2026-11-2'\n"],
])("a model's file %s is not whole", async (_, ending) => {
  const text = `artifact_path: model\nflavors:\n  sklearn: { code: null }\nmlflow_version: 2.16.2\n${ending}`;
  expect(await readWritten(text)).toMatchObject({
    output: { producedAt: null, incomplete: [{ code: "unfinished" }] },
  });
});

test("a broken signature is told under a misspelt key, too", async () => {
  const text = `flavors: { sklearn: {} }\nmlflow_version: 2.16.2\n"signature:": { inputs: '[{"name": ' }\n`;
  expect(await readWritten(text)).toMatchObject({ kind: "unparsed", tool: "mlflow" });
});

test("an evaluation of two classes without its counts has scores that rest on nothing", async () => {
  const metrics = { accuracy_score: 0.9, recall_score: 0.8, precision_recall_auc: 0.99 };
  const state = await readWrittenFolder({
    "metrics.json": JSON.stringify(metrics),
    "artifacts_metadata.json": "{}",
  });
  expect(state).toMatchObject({
    output: {
      aggregates: [
        { name: "accuracy_score", recomputed: null },
        { name: "recall_score", recomputed: null },
      ],
    },
  });
});

test("a registered run that is not here is told", async () => {
  const state = await store({
    "models/m/version-2/meta.yaml": `name: m\nrun_id: ${A}\ncurrent_stage: None\n`,
  });
  expect(state).toMatchObject({
    output: { incomplete: [{ code: "empty", says: expect.stringContaining("not here") }] },
  });
});

test.each([
  ["no value", { "metrics/f1": "" }],
  ["a value that is none", { "metrics/f1": "1 0x10 0\n" }],
  ["no step", { "metrics/f1": "1 0.5 x\n" }],
  ["a line without end", { "metrics/f1": `1 ${"9".repeat(10_000)} 0` }],
  ["meta that is no map", { "meta.yaml": "- a", "metrics/f1": "1 1 0" }],
])("a store with %s is not believed", async (_, files) => {
  expect(await store({ "meta.yaml": META(A), ...files })).toMatchObject({ kind: "unparsed", tool: "mlflow" });
});

test.each([
  ["experiments of one's own", { "1/run-1/meta.yaml": "status: 3" }],
  ["a folder with a meta.yaml", { "meta.yaml": "a: b", "notes.txt": "c" }],
])("%s are not MLflow's", async (_, files) => {
  expect((await store(files)).kind).toBe("unknown");
});

describe("a database", () => {
  const whole = readFile(
    join(import.meta.dirname, "../../../fixtures/evidence/mlflow/2.16-database/complete.db"),
  );
  const read = async (bytes: Uint8Array) => readOutput(bufferFile("mlflow.db", bytes, 1000), null, CAPS);

  test("with a view or a computed column is not run", async () => {
    const { Database } = await initialise();
    const database = new Database(await whole);
    database.run("ALTER TABLE latest_metrics RENAME TO kept");
    database.run(
      "CREATE VIEW latest_metrics AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS value, 'x' AS key, 'r' AS run_uuid FROM n",
    );
    const bytes = database.export();
    database.close();
    expect(await read(bytes)).toMatchObject({ kind: "output" });
  });

  test("that is cut off or in another mode is told", async () => {
    const bytes = new Uint8Array(await whole);
    expect(await read(bytes.slice(0, 20_000))).toMatchObject({ kind: "unparsed" });
    bytes[18] = 2;
    expect(await read(bytes)).toMatchObject({ problem: { says: expect.stringContaining("write-ahead") } });
  });

  test("of another program is not MLflow's", async () => {
    const { Database } = await initialise();
    const database = new Database();
    database.run("CREATE TABLE experiments (id)");
    const bytes = database.export();
    database.close();
    expect((await read(bytes)).kind).toBe("unknown");
  });
});

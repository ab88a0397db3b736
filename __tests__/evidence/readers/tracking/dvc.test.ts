import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { folderSource, readFolder, readOutput } from "../../../../src/evidence/output/read-output.ts";
import { md5sOf } from "../../../../src/evidence/readers/tracking/dvc/digest.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { memoryTree } from "../../../support/memory-tree.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

async function inFolder(files: Record<string, string>) {
  const folder = await folderSource(memoryTree(files), "d", CAPS);
  if (folder === null) throw new Error("no folder");
  return readFolder(folder, null, CAPS);
}

describe.each(["2.58", "3.67"])("a folder of DVC %s", (version) => {
  test("whose files are those that were tracked", async () => {
    const output = await outputOf(`dvc/${version}/complete`);
    expect(output).toMatchObject({ tool: "dvc", incomplete: [], warnings: [] });
    expect(contradicted(output)).toEqual([]);
    expect(output.aggregates.map(({ name, recomputed }) => [name, recomputed])).toContainEqual([
      "contents with its md5|train.csv",
      1,
    ]);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(output.facts).toContainEqual(
      expect.objectContaining({
        kind: "artifact",
        path: "model.json",
        digest: md5('{"rows": 3}'),
        bytes: 11,
      }),
    );
    expect(output.facts).toContainEqual(
      expect.objectContaining({ kind: "lineage", job: "evaluate", outputs: ["metrics.json"] }),
    );
    const images = output.facts.find((fact) => fact.kind === "artifact" && fact.path === "images");
    expect(images).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{32}\.dir$/) });
  });

  test("with a stage that failed", async () => {
    const { incomplete } = await outputOf(`dvc/${version}/incomplete`);
    expect(incomplete).toMatchObject([
      {
        code: "unfinished",
        says: "the stage `evaluate` was never run to its end",
        at: { pointer: "/stages/evaluate" },
      },
    ]);
  });

  test("with data that were edited, which a stage was trained on", async () => {
    const found = contradicted(await outputOf(`dvc/${version}/tampered`));
    expect(found).toMatchObject([
      { name: expect.stringContaining("md5|"), stated: 1, recomputed: 0 },
      ...(found.length > 1 ? [{}] : []),
    ]);
  });

  test("by its list alone, of which nothing can be told", async () => {
    const { aggregates, facts } = await outputOf(`dvc/${version}/complete/dvc.lock`);
    expect(facts.filter(({ kind }) => kind === "artifact")).toHaveLength(6);
    expect(aggregates.map(({ recomputed }) => recomputed)).toEqual([null, null]);
    expect(aggregates[0]?.because).toContain("dvc pull");
  });
});

describe("what is not there", () => {
  const pointer = (path: string, extra = "") =>
    `outs:\n- md5: ${md5("x")}\n  size: 1\n  hash: md5\n  path: ${path}\n${extra}`;

  test.each([
    ["a file", "t.csv", {}, "run `dvc pull t.csv`"],
    ["a path out of the folder", "../secret.csv", { "secret.csv": "x" }, "not in the folder"],
    ["an absolute path", "/etc/passwd", {}, "not in the folder"],
  ])("%s cannot be told", async (_, path, others, because) => {
    const state = await inFolder({ "d/t.csv.dvc": pointer(path), ...others });
    expect(state).toMatchObject({
      kind: "output",
      output: { aggregates: [{ recomputed: null, because: expect.stringContaining(because) }] },
    });
  });

  test("the working folder of a `.dvc` file counts", async () => {
    const state = await inFolder({ "d/t.dvc": pointer("t.csv", "wdir: data\n"), "d/data/t.csv": "x" });
    expect(state).toMatchObject({ output: { aggregates: [{ stated: 1, recomputed: 1 }] } });
  });

  test.each([
    ["text that is no YAML", "outs: [", "unparsed"],
    ["something else under the name", "hello: world", "unparsed"],
  ])("%s is told", async (_, text, kind) => {
    expect((await inFolder({ "d/t.dvc": text })).kind).toBe(kind);
  });
});

test.each([
  ["a lock of one's own", '{"schema": "3.0", "stages": {}}'],
  ["outputs of another tool", '{"outs": [{"path": "a", "sha256": "b"}]}'],
  ["an empty list", '{"outs": []}'],
])("%s is not DVC's", async (_, text) => {
  expect((await readOutput(bufferFile("f", text), null, CAPS)).kind).toBe("unknown");
});

test.each([1, 2, 3, 64])("ends of lines are taken as on Unix, in chunks of %i", async (size) => {
  const text = "a\r\nb\rc\n\r\r\n\r";
  const digests = await md5sOf(bufferFile("f", text, size));
  expect(digests).toEqual({ raw: md5(text), unix: md5("a\nb\rc\n\r\n\r") });
});

describe("a pipeline beside its lock", () => {
  const LOCK = {
    schema: "2.0",
    stages: {
      train: {
        cmd: "python train.py",
        deps: [{ path: "train.py", md5: md5("code") }],
        outs: [{ path: "model.json", md5: md5("model") }],
      },
    },
  };
  const inPipeline = (pipeline: unknown) =>
    inFolder({
      "d/dvc.lock": JSON.stringify(LOCK),
      "d/dvc.yaml": JSON.stringify(pipeline),
      "d/train.py": "code",
      "d/model.json": "model",
    });
  const train = { cmd: "python train.py", deps: ["train.py"], outs: [{ "model.json": { cache: false } }] };

  test.each([
    ["as it was run", train, []],
    ["with its result as a metric", { ...train, outs: [], metrics: ["model.json"] }, []],
    ["of a template, which is not filled in", { ...train, cmd: "python $" + "{script}" }, []],
    ["of another command", { ...train, cmd: "python other.py" }, ["unfinished"]],
    ["that takes more", { ...train, deps: ["train.py", "data.csv"] }, ["unfinished"]],
    ["that makes something else", { ...train, outs: ["model.js"] }, ["unfinished"]],
    ["that is empty", null, ["unfinished"]],
  ])("%s", async (_, stage, codes) => {
    const state = await inPipeline({ stages: { train: stage } });
    expect(state.kind === "output" && state.output.incomplete.map(({ code }) => code)).toEqual(codes);
  });

  test("without stages cannot be understood", async () => {
    expect(await inPipeline({ stage: {} })).toMatchObject({
      kind: "unparsed",
      problem: { says: "dvc.yaml has no `stages`" },
    });
  });
});

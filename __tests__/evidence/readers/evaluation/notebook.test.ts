import { describe, expect, it } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { outputOf } from "../../../support/read-fixture.ts";

const read = (content: unknown) => readOutput(bufferFile("n.ipynb", JSON.stringify(content)), null, CAPS);

describe.each(["4.4", "4.5"])("notebooks of nbformat %s", (version) => {
  it.each([
    ["complete", "in-order", []],
    ["incomplete", "partly-run", ["NameError"]],
    ["tampered", "out-of-order", []],
  ])("%s", async (name, order, errors) => {
    const { tool, formatVersion, facts } = await outputOf(`jupyter/nbformat-${version}/${name}.ipynb`);
    expect({ tool, formatVersion }).toEqual({ tool: "jupyter", formatVersion: version });
    expect(facts).toMatchObject([
      { kind: "notebook", order, cells: 3, errors: errors.map((says) => ({ says })) },
    ]);
  });
});

describe("a notebook", () => {
  it("of an older format is told, not guessed", async () => {
    expect(await read({ nbformat: 3, cells: [] })).toMatchObject({ kind: "unparsed", tool: "jupyter" });
  });

  it.each([
    ["cells that are none", { nbformat: 4, cells: [1, null, "x", [], { cell_type: "code" }] }, 0],
    [
      "counts that are none",
      { nbformat: 4, cells: [{ cell_type: "code", source: "x", execution_count: "one" }] },
      1,
    ],
  ])("with %s", async (_, content, cells) => {
    expect(await read(content)).toMatchObject({ output: { facts: [{ order: "never-run", cells }] } });
  });

  it.each([
    ["no list of cells", { nbformat: 4, cells: {} }],
    ["no format", { cells: [] }],
    ["a list", [{ nbformat: 4, cells: [] }]],
  ])("is not %s", async (_, content) => {
    expect(await read(content)).toMatchObject({ kind: "unknown" });
  });
});

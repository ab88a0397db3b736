import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/evidence/shap/0.51.0");
const read = (content: string | Uint8Array, declared: string | null = null) =>
  readOutput(bufferFile("s", content), declared, CAPS);
const readJson = (content: unknown) => read(JSON.stringify(content));

/** A `.npy` file, its header written by hand. */
function npy(header: string, numbers: Uint8Array, version = 1): Uint8Array {
  const start = version === 1 ? 10 : 12;
  const fixed = Buffer.alloc(start);
  Buffer.from("\x93NUMPY", "latin1").copy(fixed);
  fixed[6] = version;
  if (version === 1) fixed.writeUInt16LE(header.length, 8);
  else fixed.writeUInt32LE(header.length, 8);
  return Buffer.concat([fixed, Buffer.from(header, "latin1"), numbers]);
}

const FOUR = new Uint8Array(Float64Array.of(1, -2, 3, -4).buffer);
const header = (descr: string, order: string, shape: string) =>
  `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

describe("SHAP", () => {
  test.each([
    ["complete", 1],
    ["complete-fortran", 1],
    ["complete.json", 5],
    ["complete.csv", 1],
  ])("%s", async (name, aggregates) => {
    const output = await outputOf(`shap/0.51.0/${name}`);
    expect(output).toMatchObject({ tool: "shap", incomplete: [], warnings: [] });
    expect(output.aggregates).toHaveLength(aggregates);
    expect(output.aggregates[0]).toMatchObject({ stated: 60, recomputed: 60 });
    expect(contradicted(output)).toEqual([]);
    expect(output.facts.map((fact) => fact.kind === "importance" && fact.feature)).toEqual([
      "mean radius",
      "mean texture",
      "mean perimeter",
      "mean area",
    ]);
  });

  it("gives the means that NumPy gives", async () => {
    const { mean_abs_shap } = JSON.parse(readFileSync(join(FIXTURES, "complete.json"), "utf8"));
    const { facts } = await outputOf("shap/0.51.0/complete.json");
    for (const fact of facts)
      if (fact.kind === "importance")
        expect(fact.value ?? Number.NaN).toBeCloseTo(mean_abs_shap[fact.feature], 5);
    expect(facts).toHaveLength(4);
  });

  it("reads columns as it reads rows", async () => {
    const [rows, columns] = [
      await outputOf("shap/0.51.0/complete"),
      await outputOf("shap/0.51.0/complete-fortran"),
    ];
    for (const [index, fact] of rows.facts.entries()) {
      const other = columns.facts[index];
      if (fact.kind !== "importance" || other?.kind !== "importance") throw new Error("no importance");
      expect(other.value ?? Number.NaN).toBeCloseTo(fact.value ?? Number.NaN, 6);
    }
  });

  test.each([
    ["tampered", 30],
    ["tampered.csv", 30],
  ])("%s", async (name, recomputed) => {
    expect(contradicted(await outputOf(`shap/0.51.0/${name}`))).toMatchObject([{ stated: 60, recomputed }]);
  });

  it("holds stated means against the rows", async () => {
    expect(contradicted(await outputOf("shap/0.51.0/tampered.json"))).toHaveLength(4);
  });

  test.each([
    ["incomplete", "limited", "40 of the 60 rows"],
    ["incomplete.json", "empty", "every SHAP value is 0"],
    ["incomplete.csv", "errors", "40 of 240 SHAP values"],
  ])("%s", async (name, code, says) => {
    const output = await outputOf(`shap/0.51.0/${name}`);
    expect(output.incomplete).toMatchObject([{ code, says: expect.stringContaining(says) }]);
    expect(contradicted(output)).toEqual([]);
  });

  test.each([
    ["<f8", "False", "(2, 2)", FOUR, 1, [2, 3]],
    ["<f8", "True", "(2, 2)", FOUR, 2, [1.5, 3.5]],
    [">f4", "False", "(2, 1)", Uint8Array.of(0x3f, 0x80, 0, 0, 0xc0, 0x40, 0, 0), 1, [2]],
    ["<i8", "False", "(1, 2)", new Uint8Array(BigInt64Array.of(-3n, 5n).buffer), 3, [3, 5]],
    ["<i4", "False", "(2,)", new Uint8Array(Int32Array.of(-3, 5).buffer), 1, [3, 5]],
  ] as const)(
    "an array of %s, columns first: %s, %s",
    async (descr, order, shape, numbers, version, means) => {
      const state = await read(npy(header(`'${descr}'`, order, shape), numbers, version), "shap");
      expect(state).toMatchObject({
        output: { facts: means.map((value) => ({ value })), warnings: [{ code: "no-names" }] },
      });
    },
  );

  test.each([
    ["objects", header("'|O'", "False", "(2, 2)"), "a pickle and never loaded"],
    ["objects in a record", header("[('a', '|O')]", "False", "(4,)"), "a pickle and never loaded"],
    ["records", header("[('a', '<f8')]", "False", "(4,)"), "only 4- and 8-byte"],
    ["half precision", header("'<f2'", "False", "(16,)"), "only 4- and 8-byte"],
    ["unsigned bytes", header("'|u1'", "False", "(32,)"), "only 4- and 8-byte"],
    ["too few numbers", header("'<f8'", "False", "(3, 2)"), "48 bytes of numbers, and there are 32"],
    ["too many numbers", header("'<f8'", "False", "(1, 2)"), "16 bytes"],
    ["a shape beyond all sizes", header("'<f8'", "False", "(9999999999999999, 2)"), "of no size"],
    ["a huge shape", header("'<f8'", "False", "(99999999999, 99999999999)"), "bytes of numbers"],
    ["nine dimensions", header("'<f8'", "False", "(1, 1, 1, 1, 1, 1, 1, 1, 1)"), "more than 8 dimensions"],
    ["a number", header("'<f8'", "False", "()").replace("()", "()"), "8 bytes of numbers"],
    ["code", "{'descr': __import__('os'), 'fortran_order': False, 'shape': (4,), }\n", "only 4- and 8-byte"],
    ["a key twice", "{'descr': '<f8', 'descr': '<f8', 'shape': (4,), }\n", "twice"],
    ["a key too few", "{'descr': '<f8', 'shape': (4,), }\n", "three"],
    ["a value of another kind", "{'descr': True, 'fortran_order': False, 'shape': (4,), }\n", "another kind"],
    ["no line feed", "{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }", "line feed"],
    ["no dict", "['descr']\n", "no dict"],
  ])("refuses an array of %s", async (_, text, says) => {
    const state = await read(npy(text, FOUR), "shap");
    expect(state).toMatchObject({ kind: "unparsed", problem: { says: expect.stringContaining(says) } });
  });

  test.each([
    ["a pickle", Uint8Array.of(0x80, 4, 0x95, 0, 0, 0, 0, 0x2e), "never loaded"],
    ["another version", Buffer.from("\x93NUMPY\x09\x00\x00\x00", "latin1"), "format 9.0"],
    ["half a header", npy(header("'<f8'", "False", "(4,)"), FOUR).slice(0, 40), "cut off"],
    [
      "a header without end",
      Buffer.from("\x93NUMPY\x02\x00\xff\xff\xff\xff{", "latin1"),
      "longer than 10000",
    ],
  ])("refuses %s", async (_, bytes, says) => {
    const state = await read(bytes, "shap");
    expect(state).toMatchObject({ kind: "unparsed", problem: { says: expect.stringContaining(says) } });
  });

  it.each([
    ["an array", npy(header("'<f8'", "False", "(4,)"), FOUR)],
    ["a pickle", Uint8Array.of(0x80, 4, 0x95, 0, 0, 0, 0, 0x2e)],
    ["a table", "age,income\n0.5,0.2\n"],
    ["one column of its own name", "id,shap_version\n1,2\n"],
    ["values of one's own", JSON.stringify({ values: [1, 2], base_values: 3 })],
  ])("does not claim %s that nothing calls SHAP's", async (_, content) => {
    expect((await read(content)).kind).toBe("unknown");
  });

  it("reads a bare table when the card calls it SHAP's", async () => {
    const text = 'age,"income, net",expected_value,f(x)\r\n0.5,-0.25,1,1.25\r\n\r\n-0.25,0.75,1,1.5\r\n';
    expect(await read(text, "shap")).toMatchObject({
      output: {
        facts: [
          { feature: "age", value: 0.375 },
          { feature: "income, net", value: 0.5 },
        ],
        aggregates: [{ stated: 2, recomputed: 2 }],
      },
    });
  });

  it("cannot tell means without their rows", async () => {
    const output = {
      facts: [{ feature: "age", value: 0.5 }],
      aggregates: [{ stated: 0.5, recomputed: null }],
    };
    expect(await read("feature,mean_abs_shap\nage,0.5\n")).toMatchObject({ output });
    expect(await readJson({ mean_abs_shap: { age: 0.5 } })).toMatchObject({ output });
  });

  it("cannot tell predictions on another scale", async () => {
    const content = { shap_values: [[1], [2]], base_values: 0, predictions: [7, 9] };
    const because = expect.stringContaining("another scale");
    expect(await readJson(content)).toMatchObject({
      output: { aggregates: [{ recomputed: null, because }] },
    });
  });

  it("takes classes first for what they are, and refuses what may be interactions", async () => {
    const two = [[[1, 2, 3]], [[-1, -2, -3]]];
    const feature_names = ["a", "b", "c"];
    const facts = [{ value: 1 }, { value: 2 }, { value: 3 }];
    expect(await readJson({ shap_values: two, feature_names })).toMatchObject({ output: { facts } });
    const square = {
      shap_values: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      feature_names: ["a", "b"],
    };
    expect(await readJson(square)).toMatchObject({
      problem: { says: expect.stringContaining("interactions") },
    });
  });

  it.each([
    ["rows of two lengths", { shap_values: [[1, 2], [3]] }],
    ["words", { shap_values: [["a"]] }],
    ["four dimensions", { shap_values: [[[[1]]]] }],
    ["other names", { shap_values: [[1, 2]], feature_names: ["a"] }],
    ["one name twice", { shap_values: [[1, 2]], feature_names: ["a", "a"] }],
    ["a base value that is none", { shap_values: [[1]], base_values: "high" }],
  ])("cannot understand %s", async (_, content) => {
    expect((await readJson(content)).kind).toBe("unparsed");
  });
});

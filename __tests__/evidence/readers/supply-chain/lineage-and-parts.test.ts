import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { outputOf } from "../../../support/read-fixture.ts";
import { readJson, readText, summary } from "./told.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const file = (name: string, content: string) => `${name} sha256 ${sha256(content).slice(0, 8)}`;
const PARTS = [
  file("credit-default", "model"),
  file("model.onnx", "model"),
  file("scikit-learn", "library"),
  file("train.csv", "train"),
];
const DATA = `data train.csv ${`sha256:${sha256("train")}`.slice(0, 15)}`;

describe.each(["1.5", "1.6", "1.7"])("a bill of materials of CycloneDX %s", (version) => {
  test.each([
    ["complete", [...PARTS, DATA], []],
    ["incomplete", [...PARTS, DATA], ["limited"]],
    ["tampered", [...PARTS.slice(2), DATA], ["unfinished", "unfinished"]],
  ])("%s", async (name, facts, incomplete) => {
    const output = await outputOf(`cyclonedx/${version}/${name}.json`);
    const told = summary(output);
    expect({ ...told, facts: [...told.facts].sort() }).toEqual({
      facts: [...facts].sort(),
      incomplete,
      contradicted: [],
    });
    const digest = name === "tampered" ? null : `sha256:${sha256("model")}`;
    expect(output).toMatchObject({
      formatVersion: version,
      producedAt: "2026-05-04T10:00:00.000Z",
      subject: { model: "credit-default", version: "2.1.0", digest },
    });
  });
});

describe.each(["1.0", "1.1"])("a data set of Croissant %s", (version) => {
  test.each([
    ["complete", ["data credit-default ?", file("data/train.csv", "train")], []],
    ["incomplete", ["data credit-default ?"], ["empty"]],
    ["tampered", ["data credit-default ?"], ["unfinished"]],
  ])("%s", async (name, facts, incomplete) => {
    const output = await outputOf(`croissant/${version}/${name}.json`);
    expect(summary(output)).toEqual({ facts, incomplete, contradicted: [] });
    expect(output.formatVersion).toBe(version);
  });
});

const LINEAGE = "credit-default.train: data/train.csv -> s3://models/credit-default/model.onnx";

describe.each(["1.0.0", "1.54.0"])("events of OpenLineage's client %s", (version) => {
  test.each([
    ["complete", [LINEAGE], [], 1],
    ["incomplete", [], ["unfinished"], 1],
    ["failed", [], ["aborted"], 1],
    ["tampered", [], ["errors"], 2],
  ])("%s", async (name, facts, incomplete, minute) => {
    const output = await outputOf(`openlineage/${version}/${name}.jsonl`);
    expect(summary(output)).toEqual({ facts, incomplete, contradicted: [] });
    expect(output.producedAt).toBe(`2026-05-04T10:0${minute}:00.000Z`);
  });
});

const event = (runId: string, eventType: string, more: object = {}) => ({
  eventTime: "2026-05-04T10:00:00Z",
  eventType,
  job: { name: "train" },
  run: { runId },
  schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
  ...more,
});

const OF_A_JOB = {
  eventTime: "2026-05-04T10:00:00Z",
  job: { name: "train" },
  schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent",
};

async function read(content: unknown) {
  const state = await readJson(content);
  if (state.kind !== "output") throw new Error(state.kind);
  return summary(state.output);
}

describe("events", () => {
  const outputs = [
    { name: "m.onnx", namespace: "file", outputFacets: { outputStatistics: { rowCount: 7 } } },
  ];
  test.each([
    ["one alone", event("a", "COMPLETE", { outputs }), ["train:  -> m.onnx", "data m.onnx ?"], []],
    [
      "a list, in which a failed run was repeated",
      [event("a", "FAIL"), event("b", "COMPLETE")],
      ["train:  -> "],
      ["aborted"],
    ],
    ["a run that was stopped", [event("a", "START"), event("a", "ABORT")], [], ["cancelled"]],
    [
      "a torn run beside a whole one",
      [event("a", "FAIL"), event("a", "COMPLETE"), event("b", "COMPLETE")],
      ["train:  -> "],
      ["errors"],
    ],
    ["an event of no run alone", [{ ...event("a", "COMPLETE"), run: null }], [], ["empty", "unfinished"]],
    [
      "an event that lost its run",
      [event("a", "COMPLETE"), { ...event("a", "FAIL"), run: {} }],
      ["train:  -> "],
      ["unfinished"],
    ],
    [
      "an event of no schema",
      [event("a", "COMPLETE"), { ...event("a", "FAIL"), schemaURL: "" }],
      ["train:  -> "],
      ["unfinished"],
    ],
    ["an event of another word", [event("a", "FALL"), event("a", "COMPLETE")], [], ["unfinished"]],
    ["an event of a job alone", [event("a", "COMPLETE"), OF_A_JOB], ["train:  -> "], []],
    ["events of a job alone", [OF_A_JOB], [], ["empty"]],
  ])("%s", async (_, content, facts, incomplete) => {
    expect(await read(content)).toMatchObject({ facts, incomplete });
  });

  test("a line that was cut off", async () => {
    const state = await readText(`${JSON.stringify(event("a", "COMPLETE"))}\n{"eventTime": "20`);
    expect(state).toMatchObject({
      output: { facts: [{ kind: "lineage" }], incomplete: [{ code: "unfinished" }] },
    });
  });
});

describe("digests that are none", () => {
  const croissant = (more: object) => ({
    conformsTo: "http://mlcommons.org/croissant/1.0",
    name: "d",
    distribution: [{ name: "f", ...more }],
  });
  test.each([
    ["a branch", { sha256: "main" }, ["unfinished"]],
    ["cut short", { sha256: "a".repeat(63) }, ["unfinished"]],
    ["no hex digits", { md5: "g".repeat(32) }, ["unfinished"]],
    ["a number", { sha256: 7 }, ["unfinished"]],
    ["of a repository", { sha256: "main", encodingFormat: "git+https" }, []],
  ])("%s", async (_, more, incomplete) => {
    expect(await read(croissant(more))).toMatchObject({ facts: ["data d ?"], incomplete });
  });

  test("parts in parts without end", async () => {
    let components: unknown[] = [{ name: "deep", hashes: [{ alg: "MD5", content: "0".repeat(32) }] }];
    for (let level = 0; level < 300; level++) components = [{ name: "x", components }];
    expect(await read({ bomFormat: "CycloneDX", specVersion: "1.6", components })).toMatchObject({
      facts: ["deep md5 00000000"],
    });
  });

  test.each([
    ["a page of schema.org", { "@type": "sc:Dataset", distribution: [{ sha256: "0".repeat(64) }] }],
    ["another's bill of materials", { spdxVersion: "SPDX-2.3", components: [] }],
    [
      "events of one's own",
      [{ eventTime: "2026-05-04T10:00:00Z", eventType: "COMPLETE", job: { name: "a" } }],
    ],
  ])("not claimed: %s", async (_, content) => {
    expect(await readJson(content)).toMatchObject({ kind: "unknown" });
  });

  test.each([
    [
      {
        bomFormat: "CycloneDX",
        specVersion: "1.5",
        components: [1, null, { hashes: 4 }, { hashes: [null, {}] }],
        metadata: [],
      },
    ],
    [{ conformsTo: ["http://mlcommons.org/croissant/1.0"], distribution: [1, null, { sha256: {} }] }],
    [event("__proto__", "COMPLETE", { inputs: [null, 4, { name: {} }], outputs: {} })],
  ])("hostile %#", async (content) => {
    expect(await readJson(content)).toMatchObject({ kind: "output" });
  });
});

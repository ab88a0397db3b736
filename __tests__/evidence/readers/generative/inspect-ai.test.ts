import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readOutput } from "../../../../src/evidence/output/read-output.ts";
import { CAPS, type Caps } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";
import { outputWritten, readWritten } from "../../../support/read-written.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/evidence/inspect-ai");
const VERSIONS = readdirSync(FIXTURES).sort();
const MODEL = "mockllm/support-assistant-7b";

/** What the tool wrote, to be changed by a test; NaN as Inspect means it, no score. */
function written(version = "0.3.285", name = "complete.json") {
  const text = readFileSync(join(FIXTURES, version, name), "utf8");
  return JSON.parse(text.replaceAll(/: NaN/g, ": null"));
}

describe.each(VERSIONS)("Inspect AI %s", (version) => {
  it.each(["complete.json", "complete.eval"])(
    "%s is whole, and its metrics are its samples'",
    async (name) => {
      const output = await outputOf(`inspect-ai/${version}/${name}`);
      expect(output).toMatchObject({
        tool: "inspect-ai",
        formatVersion: version,
        subject: { model: MODEL, version: null, digest: null },
        incomplete: [],
        warnings: [],
      });
      expect(output.producedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
      expect(contradicted(output)).toEqual([]);
      expect(output.aggregates.map(({ name: stated, recomputed }) => [stated, recomputed])).toEqual([
        ["completed samples", 12],
        ["accuracy|match|mean", 0.5],
        ["stderr|match|mean", expect.closeTo(Math.sqrt(0.3 / 6), 12)],
        // Once, one answer without a score made the mean of all NaN, which is no number to hold against anything.
        ...(version === "0.3.100"
          ? []
          : [
              ["mean|politeness|mean", expect.closeTo(3.5 / 5, 12)],
              ["stderr|politeness|mean", expect.closeTo(Math.sqrt(0.075 / 5), 12)],
            ]),
      ]);
      // Part marks are no attempts.
      expect(output.facts.filter(({ kind }) => kind === "attempts")).toMatchObject([
        {
          target: MODEL,
          suite: "support",
          category: "match",
          repeat: 2,
          held: 6,
          broke: 6,
          error: 0,
          unscored: 0,
        },
      ]);
      expect(output.facts).toContainEqual(
        expect.objectContaining({
          kind: "metric",
          name: "accuracy",
          value: 0.5,
          params: { scorer: "match", reducer: "mean" },
        }),
      );
    },
  );

  it("incomplete.json was limited, and a sample failed", async () => {
    const output = await outputOf(`inspect-ai/${version}/incomplete.json`);
    expect(output.incomplete.map(({ code }) => code)).toEqual(["limited", "errors"]);
    expect(contradicted(output)).toEqual([]);
    expect(output.facts).toContainEqual(
      expect.objectContaining({ kind: "attempts", held: 3, broke: 0, error: 1 }),
    );
  });

  it("incomplete.eval was ended by an error", async () => {
    const output = await outputOf(`inspect-ai/${version}/incomplete.eval`);
    expect(output.incomplete.map(({ code }) => code)).toEqual(expect.arrayContaining(["aborted", "errors"]));
  });

  it("unfinished.eval has no header, and is still read", async () => {
    const output = await outputOf(`inspect-ai/${version}/unfinished.eval`);
    expect(output.incomplete).toMatchObject([
      { code: "unfinished", says: "the run has no end after 6 samples" },
    ]);
    expect(output.facts).toMatchObject([{ kind: "attempts", held: 3, broke: 3 }]);
  });

  it.each([
    ["tampered.json", "accuracy|match|mean"],
    ["tampered.eval", "accuracy|match|mean"],
  ])("%s states what its samples do not give", async (name, aggregate) => {
    const output = await outputOf(`inspect-ai/${version}/${name}`);
    expect(output.incomplete).toEqual([]);
    expect(contradicted(output).map((each) => each.name)).toContain(aggregate);
  });
});

describe("a log of Inspect AI that was touched", () => {
  it("is held to the samples that it says it has", async () => {
    const log = written();
    log.samples.splice(0, 2);
    const output = await outputWritten(log);
    expect(output.incomplete).toMatchObject([{ code: "limited" }]);
    expect(contradicted(output).map(({ name }) => name)).toContain("completed samples");
  });

  it("cannot be held to samples that it does not keep", async () => {
    const { samples: _, ...log } = written();
    const output = await outputWritten(log);
    expect(output.aggregates.map(({ recomputed }) => recomputed)).toEqual(output.aggregates.map(() => null));
  });

  it.each([
    ["cancelled", { status: "cancelled" }, "cancelled"],
    ["invalidated", { invalidated: true }, "errors"],
    ["begun", { status: "started" }, "unfinished"],
  ])("says when it was %s", async (_, change, code) => {
    expect((await outputWritten({ ...written(), ...change })).incomplete).toMatchObject([{ code }]);
  });

  it("names the model that graded", async () => {
    const log = written();
    log.eval.model_roles = { grader: { model: "openai/gpt-4o", args: { api_key: "secret" } } };
    const output = await outputWritten(log);
    expect(output.facts).toContainEqual(expect.objectContaining({ judge: "openai/gpt-4o" }));
    expect(JSON.stringify(output)).not.toContain("secret");
  });

  it("does not take an epoch's reducer for another", async () => {
    const log = written();
    for (const score of log.results.scores) score.reducer = "pass_at_2";
    const output = await outputWritten(log);
    expect(output.aggregates.at(1)).toMatchObject({
      recomputed: null,
      because: "epochs are reduced by pass_at_2",
    });
  });

  it("does not claim a log of one's own", async () => {
    expect((await readWritten({ version: 2, status: "success", eval: { model: "m" } })).kind).toBe("unknown");
  });
});

describe("an archive that is broken", () => {
  const bytes = readFileSync(join(FIXTURES, "0.3.285/complete.eval"));
  const read = (content: Uint8Array, caps: Caps = CAPS) =>
    readOutput(bufferFile("log.eval", content), null, caps);

  it.each([
    ["cut off", bytes.subarray(0, bytes.length / 2), CAPS],
    ["too large inflated", bytes, { ...CAPS, archiveInflatedBytes: 10_000 }],
    ["an entry too large", bytes, { ...CAPS, evidenceBytes: 2_000 }],
    ["of too many entries", bytes, { ...CAPS, evidenceEntries: 3 }],
    [
      "of bytes that no method gives",
      bytes.map((byte, at) => (at > 100 && at < 3000 ? byte ^ 0x55 : byte)),
      CAPS,
    ],
  ])("%s cannot be read", async (_, content, caps) => {
    expect((await read(content, caps)).kind).toBe("unparsed");
  });

  it("is another tool's when it begins with another entry", async () => {
    const other = Buffer.from(bytes);
    other.write("_journal/stopp.json", 30, "latin1");
    expect((await read(other)).kind).toBe("unknown");
  });
});

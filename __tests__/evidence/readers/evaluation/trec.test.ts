import { describe, expect, it, test } from "vitest";
import { readFolder, readOutput } from "../../../../src/evidence/output/read-output.ts";
import type { FolderSource } from "../../../../src/evidence/output/source.ts";
import { measureNamed } from "../../../../src/evidence/readers/evaluation/trec/measure.ts";
import { CAPS } from "../../../../src/workspace/caps.ts";
import { bufferFile } from "../../../support/buffer-file.ts";
import { contradicted, outputOf } from "../../../support/read-fixture.ts";

const read = (content: string) => readOutput(bufferFile("r.txt", content), null, CAPS);

function folderOf(files: Readonly<Record<string, string>>): FolderSource {
  return {
    form: "folder",
    path: "ranking",
    paths: Object.keys(files),
    open: async (path) => bufferFile(path, files[path] ?? ""),
    text: async (path) => files[path] ?? null,
  };
}

const QRELS = "q1 0 a 2\nq1 0 b 0\nq1 0 c 1\nq1 0 z 1\n";
const RUN = "q1 Q0 a 1 0.5 mine\nq1 Q0 c 2 0.5 mine\nq1 Q0 b 3 0.9 mine\nq1 Q0 x 4 0.1 mine\n";
const readFiles = (files: Readonly<Record<string, string>>) => readFolder(folderOf(files), null, CAPS);

describe("TREC", () => {
  test.each([
    ["9.0/complete", 195 - 12],
    ["ir-measures/complete", 7],
  ])("%s gives the numbers of trec_eval", async (path, aggregates) => {
    const output = await outputOf(`trec-eval/${path}`);
    expect(output).toMatchObject({ tool: "trec-eval", incomplete: [], subject: { model: "bm25" } });
    expect(output.aggregates).toHaveLength(aggregates);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(contradicted(output)).toEqual([]);
  });

  test.each([
    ["9.0/tampered", "P_10", 0.8123],
    ["9.0/tampered.txt", "map", 0.9],
    ["ir-measures/tampered", "AP", 0.99],
  ])("%s", async (path, name, stated) => {
    expect(contradicted(await outputOf(`trec-eval/${path}`))).toMatchObject([{ name, stated }]);
  });

  test.each(["9.0/incomplete", "ir-measures/incomplete"])("%s", async (path) => {
    const output = await outputOf(`trec-eval/${path}`);
    expect(output.incomplete).toMatchObject([
      {
        code: "limited",
        says: "3 of 12 judged queries are not in the run",
        at: { path: expect.stringMatching(/qrels/), line: expect.any(Number) },
      },
    ]);
    expect(contradicted(output)).toEqual([]);
  });

  it("averages what was printed of each query", async () => {
    const output = await outputOf("trec-eval/9.0/complete.txt");
    expect(output.aggregates).toHaveLength(15);
    expect(output.aggregates.filter(({ recomputed }) => recomputed === null)).toEqual([]);
    expect(contradicted(output)).toEqual([]);
  });

  it("ranks by score, and documents of one score from the last name to the first", async () => {
    const state = await readFiles({ "qrels.txt": QRELS, "mine.run": RUN });
    const discounts = [1, 1 / Math.log2(3), 1 / 2];
    const [, second = 0, third = 0] = discounts;
    expect(state).toMatchObject({
      output: {
        subject: { model: "mine" },
        facts: [
          { name: "map", value: expect.closeTo((1 / 2 + 2 / 3) / 3, 12), n: 1 },
          { name: "recip_rank", value: 0.5 },
          { name: "ndcg", value: expect.closeTo((second + 2 * third) / (2 + second + third), 12) },
          { name: "ndcg", params: { k: 5 } },
          { name: "ndcg", params: { k: 10 } },
          { name: "P", params: { k: 5 }, value: 0.4 },
          { name: "P", params: { k: 10 }, value: 0.2 },
          { name: "Rprec", value: expect.closeTo(2 / 3, 12) },
        ],
      },
    });
  });

  it("passes over queries without judgements, and says so", async () => {
    const state = await readFiles({ "a.qrels": QRELS, run: `${RUN}q2 Q0 a 1 1 mine\n` });
    expect(state).toMatchObject({ output: { warnings: [{ code: "not-judged" }], incomplete: [] } });
  });

  it("cannot tell of a query that is not there", async () => {
    const state = await readFiles({ "a.qrels": QRELS, run: RUN, out: "map\tq7\t0.5\nmap\tall\t0.3889\n" });
    expect(state).toMatchObject({
      output: { aggregates: [{ recomputed: null }, { recomputed: expect.closeTo(7 / 18, 12) }] },
    });
  });

  test.each([
    ["ndcg_cut_10", "ndcg", 10],
    ["nDCG@10", "ndcg", 10],
    ["map", "map", null],
    ["AP", "map", null],
    ["RR@10", "recip_rank", 10],
    ["recall_100", "recall", 100],
    ["num_q", "num_q", null],
  ])("%s is %s at %s", (written, name, k) => {
    expect(measureNamed(written)).toMatchObject({ name, k });
  });

  test.each(["bpref", "P_0", "num_q_5", "constructor", "", "nDCG(dcg='exp-log2')@10"])(
    "%s is none",
    (written) => {
      expect(measureNamed(written)).toBeNull();
    },
  );

  it("says of a run alone that it is not judged", async () => {
    expect(await read(RUN)).toMatchObject({
      output: { incomplete: [{ code: "nothing-asserted" }], facts: [] },
    });
  });

  it.each([
    ["judgements alone", QRELS],
    ["numbers of one's own", "map 0.5\nndcg 0.6\n"],
    ["a table of words", "a b 3\nc d 4\n"],
    ["nothing", "\n"],
  ])("does not claim %s", async (_, content) => {
    expect((await read(content)).kind).toBe("unknown");
  });

  it.each([
    ["a document twice", { "a.qrels": QRELS, run: `${RUN}q1 Q0 a 9 0.5 mine\n` }, "finds a again"],
    ["a judgement twice", { "a.qrels": `${QRELS}q1 0 a 2\n`, run: RUN }, "judges a again"],
    ["half a line", { "a.qrels": QRELS, run: `${RUN}q2 Q0 y 1 1\n` }, "line 5"],
    [
      "results that end within a line",
      { "a.qrels": QRELS, run: RUN, out: "map\tall\t0.38" },
      "ends within a line",
    ],
    ["a file of nothing", { "a.qrels": QRELS, run: RUN, out: "" }, "out is empty"],
    ["two runs", { "a.qrels": QRELS, run: RUN, other: RUN }, "2 runs"],
  ] as const)("cannot understand %s", async (_, files: Readonly<Record<string, string>>, says) => {
    const state = await readFiles(files);
    expect(state).toMatchObject({ kind: "unparsed", problem: { says: expect.stringContaining(says) } });
  });
});

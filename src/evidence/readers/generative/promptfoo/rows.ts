import { Json } from "../../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { linePlaces } from "../../../output/places.ts";
import { defineReader } from "../../../output/reader.ts";
import { rowOf } from "./row.ts";
import { shortfallsOf } from "./shortfalls.ts";
import { Tally } from "./tally.ts";

/** What `promptfoo eval -o results.jsonl` writes: rows alone, without configuration, version or totals. */
export const promptfooRows = defineReader<"records">({
  tool: "promptfoo",
  form: "records",
  about: {
    versions: ["0.121.20"],
    detectedBy: "lines with `promptIdx`, `testIdx`, `testCase` and `success`",
    notRead: "prompts, answers and costs; whether a row is missing, for which nothing in the file is counted",
  },
  recognises: ({ head }) => head.every(isRow),
  async read(source, caps) {
    const whole = new Json(null, linePlaces(source.path, 1));
    const tally = new Tally(whole.get("config"), caps.evidenceEntries);
    const broken: Shortfall[] = [];
    for await (const each of source.records()) {
      if ("record" in each) tally.add(rowOf(each.record));
      else if (broken.length === 0) {
        const says = `line ${each.bad} is cut or broken: ${each.says}`;
        const at = { ...whole.at, line: each.bad };
        broken.push({ code: "unfinished", says, fix: "run it again to its end", at });
      }
    }
    return {
      kind: "output",
      output: {
        tool: "promptfoo",
        formatVersion: null,
        producedAt: null,
        subject: { model: tally.groups.target, version: null, digest: null },
        facts: tally.groups.facts(tally.repeat),
        incomplete: [...broken, ...shortfallsOf(tally.groups, null, whole)],
        aggregates: [],
        warnings: [...tally.warnings(), rowsOnly(whole)],
      },
    };
  },
});

function isRow(row: Json): boolean {
  const indexed = row.get("promptIdx").number() !== null && row.get("testIdx").number() !== null;
  return indexed && row.get("success").boolean() !== null && row.get("testCase").isMap;
}

function rowsOnly(whole: Json): OutputWarning {
  const says =
    "these are rows alone: the file has no time, no version and no totals to hold them against; write `-o results.json`";
  return { code: "rows-only", says, at: whole.at };
}

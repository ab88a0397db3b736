import { defineReader } from "../../../output/reader.ts";

/** `*.hitlog.jsonl` of garak: the attacks that succeeded, and nothing of how many there were. */
export const garakHitlog = defineReader<"records">({
  tool: "garak",
  form: "records",
  about: {
    versions: ["0.9.0.16", "0.17.1"],
    detectedBy: "lines with `attempt_id`, `probe`, `detector` and `score`",
    notRead: "all of it: without the attempts that failed there is no rate",
  },
  recognises: ({ head }) =>
    head.every((hit) => hit.has("attempt_id", "probe", "detector", "score", "generator")),
  read: () => ({
    kind: "unparsed",
    says: "it is garak's hit log, which has the attacks that succeeded and not how many there were",
    fix: "name the `.report.jsonl` of the same run",
    line: 1,
  }),
});

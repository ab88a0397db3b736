import { defineReader } from "../../../output/reader.ts";

const COLUMNS = ["conversation_id", "original_value_sha256", "converted_value", "prompt_target_identifier"];
const HEADER_LENGTH = 2000;

/** PyRIT's CSV, whose scores are written as Python prints them. */
export const pyritTable = defineReader<"text">({
  tool: "pyrit",
  form: "text",
  about: {
    versions: ["0.9.0"],
    detectedBy: "a CSV header with `conversation_id`, `original_value_sha256` and `prompt_target_identifier`",
    notRead: "all of it: its scores are Python's own notation",
  },
  recognises: ({ text }) => {
    const header = text.slice(0, HEADER_LENGTH).split("\n", 1)[0] ?? "";
    const columns = new Set(header.trim().split(","));
    return COLUMNS.every((column) => columns.has(column));
  },
  read: () => ({
    kind: "unparsed",
    says: "it is PyRIT's CSV, where scores are written as Python prints them",
    fix: 'export it as JSON: `memory.export_conversations(export_type="json")`',
    line: 1,
  }),
});

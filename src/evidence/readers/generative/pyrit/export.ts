import type { Json } from "../../../output/json.ts";
import type { OutputWarning, Shortfall } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import { isoOf } from "../../iso-time.ts";
import { AttemptGroups } from "../attempt-groups.ts";
import { Conversation } from "./conversation.ts";
import { Digests } from "./digests.ts";

/** What Microsoft's PyRIT writes with `export_conversations`. Source: PyRIT's MemoryExporter and MessagePiece. */
export const pyritExport = defineReader<"document">({
  tool: "pyrit",
  form: "document",
  about: {
    versions: ["0.9.0", "0.11.0"],
    detectedBy:
      "a list of objects with `conversation_id`, `original_value_sha256` and `prompt_target_identifier`",
    notRead: "the texts; its CSV; the database, which is all that versions from 1.0 keep; scores on a scale",
  },
  recognises: ({ root }) => root.size > 0 && isPiece(root.get(0)) && isPiece(root.get(root.size - 1)),
  read({ root }, { evidenceEntries }) {
    const conversations = new Map<string, Conversation>();
    const digests = new Digests();
    let version: string | null = null;
    let last: string | null = null;
    for (const piece of root.items()) {
      const id = piece.get("conversation_id").text() ?? "";
      const conversation = conversations.get(id) ?? new Conversation(piece);
      conversations.set(id, conversation);
      conversation.add(piece);
      digests.add(piece);
      version ??= piece.get("prompt_target_identifier", "pyrit_version").text();
      const time = timeOf(piece);
      if (time !== null && (last === null || time > last)) last = time;
    }
    const groups = new AttemptGroups(evidenceEntries);
    for (const each of conversations.values()) groups.count(each.group, each.outcome, () => each.at);
    const onScale = [...conversations.values()].filter((each) => each.onScale);
    return {
      kind: "output",
      output: {
        tool: "pyrit",
        formatVersion: version,
        producedAt: last,
        subject: { model: groups.target, version: null, digest: null },
        facts: groups.facts(1),
        incomplete: shortfallsOf(groups, root),
        aggregates: digests.aggregate(root),
        warnings: warningsOf(onScale, root),
      },
    };
  },
});

function isPiece(piece: Json): boolean {
  return piece.has("conversation_id", "original_value_sha256", "converted_value", "prompt_target_identifier");
}

function timeOf(piece: Json): string | null {
  const time = piece.get("timestamp").text();
  return isoOf(time, "Z");
}

function shortfallsOf({ attempts, total }: AttemptGroups, { at }: Json): Shortfall[] {
  const shortfalls: Shortfall[] = [];
  if (total.unscored > 0) {
    const says = `${total.unscored} of ${attempts} conversations have no score that says whether the attack succeeded`;
    const fix = "give the attack an objective scorer, and export the conversations of the attack alone";
    shortfalls.push({ code: "nothing-asserted", says, fix, at });
  }
  if (total.error > 0) {
    const says = `${total.error} of ${attempts} conversations ended without an answer`;
    shortfalls.push({ code: "errors", says, fix: "run the attacks that failed again", at });
  }
  return shortfalls;
}

function warningsOf(onScale: readonly Conversation[], { at }: Json): OutputWarning[] {
  const zone = "PyRIT writes times without their zone; they are read as UTC";
  const [first] = onScale;
  if (first === undefined) return [{ code: "time-without-zone", says: zone, at }];
  const says = `${onScale.length} conversations are scored on a scale, and the file does not say from where on an attack succeeded`;
  return [
    { code: "time-without-zone", says: zone, at },
    { code: "score-without-threshold", says, at: first.at },
  ];
}

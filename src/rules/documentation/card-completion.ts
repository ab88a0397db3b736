import type { Dossier } from "../../case/dossier.ts";
import type { Entry, Mapping } from "../../documents/value.ts";
import type { Card } from "../../inventory/card.ts";
import { nativeHome } from "../../inventory/native-home.ts";
import { withLines } from "../paste.ts";
import { headingFor } from "./card-fields.ts";
import { blockLines, flowMembers } from "./card-lines.ts";

/** How to add fields of one section to a card: where, and the lines. */
export function completion({ card, model }: Dossier, section: string, fields: readonly string[]): string {
  if (card.dialect === "native") return inNativeCard(card, section, fields);
  const headings = fields.map(headingFor);
  if (headings.every((heading) => heading !== null)) {
    const lines = headings.flatMap((heading) => ["", ...underlined(heading), "", "…"]).slice(1);
    return withLines(`add to ${card.path}`, "markdown", lines);
  }
  return besideIt(card, model.id.value, section, fields);
}

/** The form of a heading that no log mistakes for a command, as it does two hashes. */
function underlined(heading: string): string[] {
  return [heading, "-".repeat(heading.length)];
}

/** No heading says it, so a native card does. What joins the two is in the sentence, once for all sections. */
function besideIt(card: Card, id: string, section: string, fields: readonly string[]): string {
  const own = AN_ID.test(id) ? quoted(id) : "…";
  const [first = "", ...others] = blockLines(fields, 0, "", null);
  const isModel = section === "model";
  const says = `complete it in ${nativeHome(card)} and ${isModel ? "its own `model`" : `\`model: { id: ${own} }\``}`;
  return withLines(says, "yaml", [first, ...(isModel ? [`  id: ${own}`] : []), ...others]);
}

/** As the card's schema has it: what two cards of one model must share for the model to stay the same. */
const AN_ID = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;

/** What YAML would read as a number, a date or a truth value stands in quotes. */
function quoted(id: string): string {
  return /^[A-Za-z]/.test(id) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(id)
    ? id
    : JSON.stringify(id);
}

function inNativeCard({ path, root }: Card, section: string, fields: readonly string[]): string {
  const json = path.endsWith(".json");
  const flow = (map: Mapping | null) => json || (map !== null && isInBraces(map));
  const language = json ? "json" : "yaml";
  const entry = ownEntry(root, section, path);
  if (entry?.value.kind === "map" && entry.value.entries.size > 0) {
    const there = entry.value;
    const lines = flow(there)
      ? commaSeparated(flowMembers(fields, 1, json))
      : blockLines(fields, 1, marginOf(there), there);
    return withLines(
      `add ${flow(there) ? "inside the braces of" : "under"} \`${section}\` in ${path}`,
      language,
      lines,
    );
  }
  const lines = flow(root) ? commaSeparated(flowMembers(fields, 0, json)) : blockLines(fields, 0, "", null);
  const where = flow(root) ? `${path}, inside its outer braces` : path;
  return withLines(entry ? `write \`${section}\` in ${path} as` : `add to ${where}`, language, lines);
}

/** The section as the file itself has it, not as the card that it completes does. */
function ownEntry(root: Mapping | null, section: string, path: string): Entry | null {
  const entry = root?.entries.get(section);
  return entry?.keyAt.path === path ? entry : null;
}

/** A block map starts with its first key, one in braces with the brace. */
function isInBraces(map: Mapping): boolean {
  const [first] = map.entries.values();
  return first !== undefined && (first.keyAt.line !== map.at.line || first.keyAt.column !== map.at.column);
}

function marginOf(map: Mapping): string {
  const [first] = map.entries.values();
  return " ".repeat(Math.max(0, (first?.keyAt.column ?? 1) - 1));
}

function commaSeparated(members: readonly string[]): string[] {
  return members.map((member, index) => (index < members.length - 1 ? `${member},` : member));
}

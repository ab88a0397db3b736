import type { EvidenceTable } from "../../evidence/table.ts";
import type { GroupsNeed } from "../../measurement/need.ts";
import type { Subject } from "../subject.ts";

/** A sensitive attribute in one table of predictions: the column that tells its groups, or why there is none. */
export type Segment = { readonly about: string } & (
  | { readonly need: GroupsNeed }
  | { readonly need: null; readonly says: string; readonly fix: string }
);

/** More pairs of an attribute and a table than a person would write; the rest is not looked at, and that is said. */
const MOST_SEGMENTS = 1_000;
/** Words of a column's name that may be an attribute: `age_at_start` is of `age` and of `age_at`. */
const LONGEST_PREFIX = 4;

/** The attributes that the card lists, and those that the base's did: a change does not make people alike. */
export function attributesOf({ before, after }: Subject): readonly string[] {
  const lists = [before, after].map((dossier) => dossier?.model.factors.sensitive_attributes?.value ?? []);
  return [...new Map(lists.flat().map((name) => [name.toLowerCase(), name])).values()];
}

/** Every attribute in every predictions table of the split: a table with groups must not vouch for one without. */
export function segmentsOf(subject: Subject, split: string): Segment[] {
  const { after } = subject;
  const attributes = attributesOf(subject);
  const tables = after.tables.filter((table) => table.kind === "predictions" && table.split === split);
  if (tables.length === 0) {
    const says = `there are no predictions of split "${split}" to tell the groups by`;
    const fix = `add to \`evidence\`: \`{ kind: predictions, path: …, split: ${split}, columns: { segments: [${attributes.join(", ")}] } }\``;
    return attributes.map((about) => ({ about, need: null, says, fix }));
  }
  if (tables.length * attributes.length > MOST_SEGMENTS) {
    const says = `${attributes.length} attributes in ${tables.length} tables are too many to look at`;
    const fix = `list at most ${MOST_SEGMENTS} pairs of an attribute and a table`;
    return [{ about: "too-many", need: null, says, fix }];
  }
  return tables.flatMap((table) => {
    const columns = columnsByAttribute(table);
    return attributes.map((attribute): Segment => {
      const about = tables.length === 1 ? attribute : `${attribute}|${table.id}`;
      const column = columns.get(attribute.toLowerCase());
      if (column !== undefined) return { about, need: { kind: "groups", table: table.id, column } };
      if (table.content.kind === "unreadable") {
        const { says, fix } = table.content.problem;
        return { about, need: null, says: `the groups by ${attribute} cannot be told: ${says}`, fix };
      }
      const says = `${table.id} has no segment column for "${attribute}"`;
      const map = `map it: \`columns: { segments: [${attribute}] }\``;
      const isThere = headerOf(table).some(({ name }) => name === attribute);
      const fix = isThere ? `the file has the column: ${map}` : `add the column to the file, and ${map}`;
      return { about, need: null, says, fix };
    });
  });
}

function headerOf({ content }: EvidenceTable) {
  return content.kind === "read" ? content.header.columns : [];
}

/** `age` is also answered by a band of it, `age_band`, when the card declares that as a segment. */
function columnsByAttribute({ content }: EvidenceTable): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  if (content.kind !== "read") return columns;
  const { segments } = content.reading.roles;
  for (const segment of segments) columns.set(segment.toLowerCase(), segment);
  for (const segment of segments) {
    const words = segment.toLowerCase().split("_", LONGEST_PREFIX + 1);
    for (let count = words.length - 1; count > 0; count--) {
      const prefix = words.slice(0, count).join("_");
      if (!columns.has(prefix)) columns.set(prefix, segment);
    }
  }
  return columns;
}

/** The groups, by segment column, for which the card reports a metric of the split. */
export function reportedGroups(
  { bindings }: Subject,
  split: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const binding of bindings) {
    const { claim } = binding;
    const of = binding.kind === "bound" ? binding.table.split : (claim.split?.value ?? null);
    if (of !== split) continue;
    for (const [column, value] of Object.entries(claim.slice)) {
      groups.set(column, (groups.get(column) ?? new Set()).add(value));
    }
  }
  return groups;
}

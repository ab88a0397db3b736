import type { Mapping } from "../../documents/value.ts";
import { hintFor, shapeOf } from "./card-fields.ts";

/** Fields of a card by their first key, then by the next: what has no fields below it is one to be written. */
interface Branch {
  readonly field: string;
  readonly below: Map<string, Branch>;
}

/** Lines of a block map, one key a line, at the given indentation; `there` is what the card already has of it. */
export function blockLines(
  fields: readonly string[],
  from: number,
  indent: string,
  there: Mapping | null,
): string[] {
  const write = (branches: Map<string, Branch>, margin: string, map: Mapping | null): string[] =>
    [...branches].flatMap(([key, { field, below }]) => {
      if (below.size === 0) return [`${margin}${key}: ${shapeOf(field)}${hint(field)}`];
      const value = map?.entries.get(key)?.value;
      const known = value?.kind === "map" ? value : null;
      const note = known ? " # is there already: add to it" : "";
      return [`${margin}${key}:${note}`, ...write(below, `${margin}  `, known)];
    });
  return write(branchesOf(fields, from), indent, there);
}

/** The same as members of a map in braces, in YAML or in JSON. */
export function flowMembers(fields: readonly string[], from: number, json: boolean): string[] {
  const write = (branches: Map<string, Branch>): string[] =>
    [...branches].map(([key, { field, below }]) => {
      const value = below.size === 0 ? shapeOf(field) : `{ ${write(below).join(", ")} }`;
      return `${key}: ${value}`;
    });
  const members = write(branchesOf(fields, from));
  return json ? members.map(asJson) : members;
}

function branchesOf(fields: readonly string[], from: number): Map<string, Branch> {
  const roots = new Map<string, Branch>();
  for (const field of fields) {
    let level = roots;
    for (const key of field.split(".").slice(from)) {
      const branch = level.get(key) ?? { field, below: new Map<string, Branch>() };
      level.set(key, branch);
      level = branch.below;
    }
  }
  return roots;
}

function hint(field: string): string {
  const words = hintFor(field);
  return words === null ? "" : ` # ${words}`;
}

/** Our own shapes alone: names, braces, brackets and `…`. */
function asJson(yaml: string): string {
  return yaml.replaceAll(/\w+(?=:)/g, '"$&"').replaceAll("…", '"…"');
}

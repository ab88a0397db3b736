import type { Origin } from "../layers.ts";
import type { Policy, PolicyFile } from "../policy.ts";
import type { Shift } from "./shift.ts";
import { and } from "./words.ts";

/** The text of one custom rule, without what layers may set: that is compared as for any rule. */
interface Definition {
  readonly keys: ReadonlyMap<string, string>;
  readonly at: Origin;
}

const POINTER = /^\/custom_rules\/([^/]+)\/([^/]+)(.*)$/s;
const SET_BY_LAYERS = new Set(["severity", "due"]);

export type Definitions = ReadonlyMap<string, Definition>;

/** Of every custom rule, by id. */
export function definitionsOf({ files }: Policy): Definitions {
  return new Map(files.flatMap((file) => definitionsIn(file)));
}

function definitionsIn(file: PolicyFile): readonly (readonly [string, Definition])[] {
  const found = new Map<string, { keys: Map<string, string>; at: Origin }>();
  for (const [pointer, { raw, line }] of file.leaves) {
    const [, rule, key, rest] = POINTER.exec(pointer) ?? [];
    if (rule === undefined || key === undefined || SET_BY_LAYERS.has(key)) continue;
    const id = rule.replaceAll("~1", "/").replaceAll("~0", "~");
    const definition = found.get(id) ?? { keys: new Map(), at: { path: file.path, line } };
    found.set(id, definition);
    definition.keys.set(key, `${definition.keys.get(key) ?? ""}\n${rest} ${raw}`);
  }
  return [...found];
}

/** No one but a reader can tell whether another expression asks for more. */
export function definitionShift(id: string, before: Definitions, after: Definitions): readonly Shift[] {
  const [was, is] = [before.get(id), after.get(id)];
  if (!was || !is) return [];
  const keys = [...new Set([...was.keys.keys(), ...is.keys.keys()])].filter(
    (key) => was.keys.get(key) !== is.keys.get(key),
  );
  if (keys.length === 0) return [];
  const judges = keys.some((key) => JUDGING.has(key));
  const says = `the ${and(keys.map((key) => `\`${key}\``))} of ${id} changed${judges ? ": read it" : ""}`;
  const side = ({ at }: Definition) => ({ value: null, from: [at] });
  return [{ subject: id, verdict: judges ? "unclear" : "neither", says, before: side(was), after: side(is) }];
}

/** The others are words for a reader. */
const JUDGING: ReadonlySet<string> = new Set(["needs", "when", "check"]);

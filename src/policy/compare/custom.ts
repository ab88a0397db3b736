import type { CustomRuleDefinition } from "../../rules/custom/definition.ts";
import { type Origin, originOf } from "../layers.ts";
import { below } from "../leaves.ts";
import type { Policy, PolicyFile } from "../policy.ts";
import { NOWHERE, type Rewording, type Shift, type Side } from "./shift.ts";
import { and, flow } from "./words.ts";

/** A custom rule, and the file that writes it. */
interface Definition {
  readonly written: CustomRuleDefinition;
  readonly file: PolicyFile;
  readonly pointer: string;
  readonly at: Origin;
}

export type Definitions = ReadonlyMap<string, Definition>;

/** Of every custom rule, by id. */
export function definitionsOf({ files }: Policy): Definitions {
  return new Map(
    files.flatMap((file) =>
      [...file.definitions].map(([id, written]) => {
        const pointer = below("/custom_rules", id);
        return [id, { written, file, pointer, at: originOf(file, pointer) }] as const;
      }),
    ),
  );
}

/** No one but a reader can tell whether another expression asks for more. */
export function definitionShift(id: string, before: Definitions, after: Definitions): readonly Shift[] {
  const [was, is] = [before.get(id), after.get(id)];
  if (!was || !is) return [];
  const texts = KEYS.flatMap((key): readonly Rewording[] => {
    const [old, young] = [said(was, key), said(is, key)];
    return old.value === young.value ? [] : [{ key, before: old, after: young }];
  });
  if (texts.length === 0) return [];
  const judges = texts.some(({ key }) => JUDGING.has(key));
  const keys = and(texts.map(({ key }) => `\`${key}\``));
  const says = `the ${keys} of ${id} changed${judges ? ": read it" : ""}`;
  const side = ({ at }: Definition, of: "before" | "after") => {
    const lines = texts.flatMap((text) => text[of].from);
    return { value: null, from: lines.length > 0 ? lines : [at] };
  };
  const verdict = judges ? "unclear" : "neither";
  return [{ subject: id, verdict, says, texts, before: side(was, "before"), after: side(is, "after") }];
}

/** In the order of the documentation; what layers may set is compared as for any rule. */
const KEYS = Object.keys({
  question: 0,
  why: 0,
  controls: 0,
  needs: 0,
  when: 0,
  check: 0,
  message: 0,
  fix: 0,
  at: 0,
} satisfies Record<keyof CustomRuleDefinition, 0>) as (keyof CustomRuleDefinition)[];

/** The others are words for a reader. */
const JUDGING: ReadonlySet<string> = new Set(["needs", "when", "check"]);

function said({ written, file, pointer }: Definition, key: keyof CustomRuleDefinition): Side {
  const value = written[key];
  if (value === undefined) return NOWHERE;
  return { value: flow(value).trim(), from: [originOf(file, below(pointer, key))] };
}

import type { Plain } from "../../documents/plain.ts";
import { pointerKeys } from "../../documents/pointer.ts";
import type { FoundPolicy } from "../../policy/source.ts";
import type { WrittenPolicy } from "../../policy/written-policy.ts";

/** A value of a policy as it was written once. An alias makes it count at several pointers. */
export interface WrittenValue {
  readonly line: number;
  readonly column: number;
  readonly raw: string;
  readonly value: Plain;
  readonly pointers: readonly string[];
}

/** What a policy decides with; its name, its version and the reasons that it gives are for readers. */
const DECIDES =
  /^\/(?:tiering\/(?!criteria\/\d+\/because$)|stages\/|rules\/|tiers\/|custom_rules\/[^/]+\/(?:severity|due)$)/;

/** Every value that a file decides with, in its order. */
export function writtenValues({ written, leaves }: FoundPolicy): readonly WrittenValue[] {
  const values = new Map<string, WrittenValue>();
  for (const [pointer, { raw, line, column }] of leaves) {
    if (!DECIDES.test(pointer) || raw === "{}") continue;
    const place = `${line}:${column}`;
    const known = values.get(place);
    const value = known?.value ?? valueAt(asPlain(written), pointerKeys(pointer));
    values.set(place, { line, column, raw, value, pointers: [...(known?.pointers ?? []), pointer] });
  }
  return [...values.values()].sort((a, b) => a.line - b.line);
}

/** The file with another value in one place; null leaves it out. */
export function withValue(file: FoundPolicy, { pointers }: WrittenValue, next: Plain): FoundPolicy {
  const changed = pointers.reduce<Plain>(
    (policy, pointer) => replaced(policy, pointerKeys(pointer), next),
    asPlain(file.written),
  );
  return { ...file, written: changed as unknown as WrittenPolicy };
}

function asPlain(written: WrittenPolicy): Plain {
  return written as unknown as Plain;
}

function valueAt(value: Plain, keys: readonly string[]): Plain {
  return keys.reduce<Plain>((within, key) => childOf(within, key) ?? null, value);
}

function childOf(value: Plain, key: string): Plain | undefined {
  if (Array.isArray(value)) return (value as readonly Plain[])[Number(key)];
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, Plain>>)[key]
    : undefined;
}

function replaced(value: Plain, [key, ...rest]: readonly string[], next: Plain): Plain {
  if (key === undefined) return next;
  const child = replaced(childOf(value, key) ?? null, rest, next);
  const gone = rest.length === 0 && next === null;
  if (Array.isArray(value)) {
    const items = value as readonly Plain[];
    const index = Number(key);
    return gone ? items.toSpliced(index, 1) : items.with(index, child);
  }
  const entries = Object.entries(value ?? {}).flatMap(([name, own]) =>
    name !== key ? [[name, own] as const] : gone ? [] : [[name, child] as const],
  );
  return Object.fromEntries(entries);
}

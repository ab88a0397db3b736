import type { Direction, KeyedDirections } from "../rules/direction.ts";

/** One of several values of a parameter, and whoever says it. */
export interface Say<S> {
  readonly value: unknown;
  readonly by: S;
}

/** What holds, and all who say it. */
export interface Strictest<S> {
  readonly value: unknown;
  readonly by: readonly S[];
}

/** The strictest of one or more values of a parameter. Between equals, and where no direction is stricter, the first. */
export function strictest<S>(direction: Direction, says: readonly Say<S>[]): Strictest<S> {
  const first = says[0];
  if (!first) throw new RangeError("nobody says anything of the parameter");
  if (typeof direction === "object" && "by" in direction) return merged(direction, says);
  if (direction === "joined") return joined(says);
  const best = says.reduce((held, say) => (isStricter(direction, say.value, held.value) ? say : held));
  return { value: best.value, by: [best.by] };
}

/** Whether one value of a parameter asks for more than the held one. */
export function isStricter(
  direction: Exclude<Direction, KeyedDirections | "joined">,
  one: unknown,
  held: unknown,
): boolean {
  if (typeof direction === "object") {
    return direction.later.indexOf(String(one)) > direction.later.indexOf(String(held));
  }
  switch (direction) {
    case "higher":
      return Number(one) > Number(held);
    case "lower":
      return Number(one) < Number(held);
    case "true":
      return one === true && held !== true;
    case "false":
      return one === false && held !== false;
    case "nearest":
      return false;
  }
}

/** Every item of every list, once. */
function joined<S>(says: readonly Say<S>[]): Strictest<S> {
  const found = new Map<string, unknown>();
  const by = new Set<S>();
  for (const say of says) {
    for (const item of itemsOf(say.value)) {
      const key = JSON.stringify(item);
      if (found.has(key)) continue;
      found.set(key, item);
      by.add(say.by);
    }
  }
  return { value: [...found.values()], by: speakers(by, says) };
}

/** Items of one key become one, each of its fields the strictest; others stand beside one another. */
function merged<S>({ by: keys, of }: KeyedDirections, says: readonly Say<S>[]): Strictest<S> {
  const found = new Map<string, Record<string, unknown>>();
  const by = new Set<S>();
  for (const say of says) {
    for (const item of itemsOf(say.value).filter(isRecord)) {
      const key = JSON.stringify(keys.map((name) => item[name] ?? null));
      const held = found.get(key);
      const next = held ? strictestFields(of, held, item) : item;
      if (held && JSON.stringify(next) === JSON.stringify(held)) continue;
      found.set(key, next);
      by.add(say.by);
    }
  }
  return { value: [...found.values()], by: speakers(by, says) };
}

/** Lists without an item are said by the first who gives one. */
function speakers<S>(by: ReadonlySet<S>, says: readonly Say<S>[]): readonly S[] {
  return by.size > 0 ? [...by] : says.slice(0, 1).map((say) => say.by);
}

function strictestFields(
  of: KeyedDirections["of"],
  held: Readonly<Record<string, unknown>>,
  item: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...held };
  for (const [name, direction] of Object.entries(of)) {
    if (item[name] === undefined) continue;
    if (held[name] === undefined || isStricter(direction, item[name], held[name])) fields[name] = item[name];
  }
  return fields;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isRecord(item: unknown): item is Readonly<Record<string, unknown>> {
  return typeof item === "object" && item !== null;
}

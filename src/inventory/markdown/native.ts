import { list, mapping } from "../../documents/build.ts";
import type { Place } from "../../documents/place.ts";
import type { Mapping, Value } from "../../documents/value.ts";

/** Values on their way into the shape of a native card, by dotted path. The first value of a path stays. */
export class NativeValues {
  private readonly values = new Map<string, Value>();

  set(path: string, value: Value | null | undefined): void {
    if (value && !this.values.has(path)) this.values.set(path, value);
  }

  /** For lists that several parts of a card add to: its data, its metrics. */
  add(path: string, items: readonly Value[]): void {
    const known = this.values.get(path);
    const all = known?.kind === "list" ? [...known.items, ...items] : items;
    if (all[0]) this.values.set(path, list(all, all[0].at));
  }

  get(path: string): Value | undefined {
    return this.values.get(path);
  }

  /** The card's root: paths of two parts become maps of their first. */
  root(at: Place): Mapping {
    const top = new Map<string, [string, Value][]>();
    const flat = new Map<string, Value>();
    for (const [path, value] of this.values) {
      const [first = "", second] = path.split(".");
      if (second === undefined) flat.set(first, value);
      else top.set(first, [...(top.get(first) ?? []), [second, value]]);
    }
    const nested = [...top].map(([key, entries]) => [key, mapping(entries, entries[0]![1].at)] as const);
    return mapping([...nested, ...flat], at);
  }
}

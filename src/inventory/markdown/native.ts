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

  /** The card's root: a path of several parts becomes a map in a map. */
  root(at: Place): Mapping {
    return nested(
      [...this.values].map(([path, value]) => [path.split("."), value] as const),
      at,
    );
  }
}

function nested(values: readonly (readonly [readonly string[], Value])[], at: Place): Mapping {
  const groups = new Map<string, [readonly string[], Value][]>();
  for (const [[first = "", ...rest], value] of values) {
    groups.set(first, [...(groups.get(first) ?? []), [rest, value]]);
  }
  const entries = [...groups].map(([key, group]): [string, Value] => {
    const [[rest, value]] = group as [[readonly string[], Value]];
    return [key, rest.length === 0 ? value : nested(group, value.at)];
  });
  return mapping(entries, at);
}

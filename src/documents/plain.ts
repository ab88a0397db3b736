import type { Value } from "./value.ts";

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The value as ordinary JavaScript, without places. Objects have no prototype, so `__proto__` is a key as any other. */
export function plain(value: Value): Plain {
  switch (value.kind) {
    case "scalar":
      return value.value;
    case "list":
      return value.items.map(plain);
    case "map": {
      const object: Record<string, Plain> = Object.create(null);
      for (const [key, entry] of value.entries) object[key] = plain(entry.value);
      return object;
    }
  }
}

import { textOf } from "../../documents/text-of.ts";
import type { Mapping, Value } from "../../documents/value.ts";
import type { Type } from "../../expressions/type.ts";
import type { Given } from "../../expressions/value.ts";
import { isPlaceholder } from "../../inventory/placeholder.ts";
import { CARD } from "./card-type.ts";

/** The card's values by the types of its schema. What is absent, a placeholder or of another type is left out. */
export function cardGiven(root: Mapping | null): Given {
  return (root && given(root, CARD)) ?? {};
}

function given(value: Value, type: Type): Given | null {
  switch (type.kind) {
    case "record":
      return value.kind === "scalar" ? firstField(value, type) : fieldsOf(value, type);
    case "map":
      return value.kind === "map" ? entriesOf(value, type.of) : null;
    case "list": {
      const items = value.kind === "list" ? value.items : [value];
      return value.kind === "map" ? null : items.flatMap((item) => given(item, type.of) ?? []);
    }
    default:
      return value.kind === "scalar" ? scalar(value, type.kind) : null;
  }
}

/** Where a card may give a text in place of a record, the text is the record's first field. */
function firstField(value: Value, type: Extract<Type, { kind: "record" }>): Given | null {
  const [first] = Object.entries(type.fields);
  const inside = first && given(value, first[1].type);
  return first && inside !== null && inside !== undefined ? { [first[0]]: inside } : null;
}

function fieldsOf(value: Value, { fields }: Extract<Type, { kind: "record" }>): Given | null {
  if (value.kind !== "map") return null;
  const known = Object.entries(fields).flatMap(([key, { type }]): [string, Given][] => {
    const entry = value.entries.get(key);
    const inside = entry ? given(entry.value, type) : null;
    return inside === null ? [] : [[key, inside]];
  });
  return Object.fromEntries(known);
}

function entriesOf({ entries }: Mapping, type: Type): Given {
  return Object.fromEntries(
    [...entries.values()].flatMap(({ key, value }): [string, Given][] => {
      const inside = given(value, type);
      return inside === null ? [] : [[key, inside]];
    }),
  );
}

function scalar(value: Extract<Value, { kind: "scalar" }>, kind: Type["kind"]): Given | null {
  const plain = value.value;
  if (plain === null) return null;
  switch (kind) {
    case "bool":
      return typeof plain === "boolean" ? plain : null;
    case "int":
      return typeof plain === "number" && Number.isSafeInteger(plain) ? BigInt(plain) : null;
    case "double":
      return typeof plain === "number" ? plain : null;
    case "timestamp":
      return dayGiven(textOf(value));
    default: {
      const text = textOf(value);
      return isPlaceholder(text) ? null : text;
    }
  }
}

/** Midnight in UTC of a day such as 2026-01-31, or a moment in full; null for no such day. */
export function dayGiven(text: string): Date | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = Date.parse(isDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(time)) return null;
  const date = new Date(time);
  return !isDay || date.toISOString().startsWith(text) ? date : null;
}

import { lookup } from "../documents/lookup.ts";
import { type Place, startOf } from "../documents/place.ts";
import { parseYaml } from "../documents/yaml.ts";
import type { Caps } from "../workspace/caps.ts";
import type { ShippedPolicy } from "./shipped.ts";

/** A policy that another one names under `extends`, and where. */
export interface Extended {
  readonly name: string;
  readonly at: Place;
}

/** What a policy's text extends; nothing where it cannot be read, which its own reading tells. */
export function extendedIn(text: string, path: string, caps: Caps): readonly Extended[] {
  if (!text.includes("extends")) return [];
  const { root } = parseYaml(text, path, caps);
  const list = lookup(root, "extends");
  const items = list?.kind === "list" ? list.items : [];
  return items.flatMap((item) =>
    item.kind === "scalar" && typeof item.value === "string" ? { name: item.value, at: item.at } : [],
  );
}

export function shippedExtends({ written, leaves }: ShippedPolicy, name: string): readonly Extended[] {
  return (written.extends ?? []).map((extended, index) => {
    const pointer = `/extends/${index}`;
    const { line, column } = leaves.get(pointer) ?? { line: 1, column: 1 };
    return { name: extended, at: { ...startOf(`policies/${name}.yaml`), line, column, pointer } };
  });
}

import type { Control, Framework } from "./catalogue.ts";

export interface ReachedItem {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly Control[];
}

/** The items that at least one control belongs to, in the framework's order. */
export function reachedItems({ id, items }: Framework, controls: readonly Control[]): readonly ReachedItem[] {
  const members = new Map<string, Control[]>();
  for (const control of controls) {
    for (const item of control.frameworks[id] ?? []) {
      const known = members.get(item);
      if (known === undefined) members.set(item, [control]);
      else known.push(control);
    }
  }
  return items.flatMap((item) => {
    const controls = members.get(item.id);
    return controls === undefined ? [] : [{ ...item, controls }];
  });
}

import type { Json } from "../../../output/json.ts";

/** Every component of a bill of materials, the one it is about first, whatever they are nested in. */
export function componentsOf(root: Json): Json[] {
  const found: Json[] = [];
  const waiting = [...root.get("components").items()].reverse();
  const main = root.get("metadata", "component");
  if (main.isMap) waiting.push(main);
  for (let component = waiting.pop(); component; component = waiting.pop()) {
    if (!component.isMap) continue;
    found.push(component);
    const parts = [...component.get("components").items()].reverse();
    for (const part of parts) waiting.push(part);
  }
  return found;
}

export function isModel(component: Json): boolean {
  return component.get("type").text() === "machine-learning-model";
}

import type { Json } from "../../../output/json.ts";

/** The class that an identifier names: `__type__` until 0.10, `class_name` since. */
export function typeOf(identifier: Json): string | null {
  const name = identifier.get("class_name").text() ?? identifier.get("__type__").text();
  return identifier.get("model_name").text() || name;
}

/** The model behind a scorer, where its identifier, or that of the scorer inside it, says so. */
export function modelOf(scorer: Json): string | null {
  const inside = [scorer.get("target_info"), scorer.get("prompt_target"), scorer.get("sub_identifier")];
  return inside.map((each) => each.get("model_name").text()).find((model) => model) ?? null;
}

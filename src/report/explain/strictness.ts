import type { Direction, StricterField } from "../../rules/direction.ts";

/** Which of two values of a parameter asks for more, in words that follow "stricter:". */
export function strictnessWords(stricter: Direction): string {
  if (stricter === "joined") return "more entries; lists are joined";
  if (stricter === "nearest") return "neither; the policy's own value goes first";
  if (typeof stricter === "string") return stricter;
  if ("later" in stricter) return `the later of ${stricter.later.join(", ")}`;
  const fields = Object.entries(stricter.of).map(([name, field]) => fieldWords(name, field));
  return `more entries; of those alike in ${stricter.by.join(", ")}, ${fields.join(", ")}`;
}

function fieldWords(name: string, field: StricterField | "nearest"): string {
  if (field === "nearest") return `the policy's own ${name}`;
  return field === "true" || field === "false" ? `${name}: ${field}` : `${field} ${name}`;
}

import type { Json } from "../../../output/json.ts";

/** A text that is not `[parameters('x')]` or another expression that a deployment evaluates. */
export function knownText(json: Json): string | null {
  const text = json.text();
  if (text === null || isExpression(text)) return null;
  return text.startsWith("[[") ? text.slice(1) : text;
}

export function isExpression(text: string): boolean {
  return text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]");
}

const RESOURCE_ID = /^\[resourceId\((.*)\)\]$/s;

/** The name at the end of a resource's id or of `resourceId(type, name)`, as the resource itself gives its name. */
export function nameInId(id: string): string {
  const call = RESOURCE_ID.exec(id)?.[1];
  if (call === undefined) return isExpression(id) ? id : (id.split("/").at(-1) ?? id);
  const last = call.slice(call.lastIndexOf(",") + 1).trim();
  return last.startsWith("'") ? last.slice(1, -1) : `[${last}]`;
}

import { CAPS, type CapName, type Caps } from "./caps.ts";

export interface RefusedCap {
  readonly name: CapName;
  readonly asked: number;
  /** What stays in force. */
  readonly limit: number;
}

/**
 * The caps that a configuration leaves in force, starting from `from`. The base side may raise and lower;
 * the head side, which is under judgement, may only lower. What it may not have is listed, never applied.
 */
export function capsFrom(
  settings: Partial<Record<CapName, number>>,
  trust: "base" | "head",
  from: Caps = CAPS,
): { readonly caps: Caps; readonly refused: readonly RefusedCap[] } {
  const caps: Record<CapName, number> = { ...from };
  const refused: RefusedCap[] = [];
  for (const name of Object.keys(CAPS) as CapName[]) {
    const asked = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (asked === undefined) continue;
    const limit = from[name];
    const allowed = Number.isSafeInteger(asked) && asked >= 1 && (trust === "base" || asked <= limit);
    if (allowed) caps[name] = asked;
    else refused.push({ name, asked, limit });
  }
  return { caps, refused };
}

import { nearest } from "../documents/nearest.ts";
import { UsageError } from "./usage-error.ts";

/** What an option names: one column, or one for each class or label. */
export interface NamedColumns {
  readonly one: string | null;
  readonly each: ReadonlyMap<string, string>;
}

/** Reads `COLUMN`, or `CLASS=COLUMN` once for each. @throws UsageError when it is given in another way. */
export function columnsOf(
  option: string,
  written: readonly string[],
  of: "class" | "label" | null,
): NamedColumns {
  if (of === null) {
    const [one = null, another] = written;
    if (another !== undefined) throw new UsageError(`${option} is given twice`, "name one column");
    return { one, each: new Map() };
  }
  const pairs = written.map((pair) => {
    const at = pair.indexOf("=");
    const fix = `write ${option} ${of.toUpperCase()}=COLUMN for every ${of}`;
    if (at < 1) throw new UsageError(`${option} ${pair} names no ${of}`, fix);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  const each = new Map(pairs);
  if (each.size < pairs.length) {
    const fix = `write ${option} ${of.toUpperCase()}=COLUMN once for every ${of}`;
    throw new UsageError(`${option} names a ${of} twice`, fix);
  }
  return { one: null, each };
}

/** Decisions or scores, where there are any, are of the same labels as the truth. @throws UsageError */
export function checkLabels(
  option: string,
  labels: ReadonlyMap<string, string>,
  answers: ReadonlyMap<string, string>,
): void {
  if (answers.size === 0) return;
  const strange = [...answers.keys()].find((name) => !labels.has(name));
  if (strange !== undefined) {
    const close = nearest(strange, [...labels.keys()]);
    const fix = close === null ? `add --label ${strange}=COLUMN` : `did you mean "${close}"?`;
    throw new UsageError(`${option} names the label "${strange}", and no --label does`, fix);
  }
  const missing = [...labels.keys()].find((name) => !answers.has(name));
  if (missing !== undefined)
    throw new UsageError(
      `no ${option} is given for the label "${missing}"`,
      `add ${option} ${missing}=COLUMN`,
    );
}

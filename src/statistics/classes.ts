const SHOWN_LENGTH = 40;

/** A class's name as messages show it. */
export function shownClass(name: string): string {
  return name.length > SHOWN_LENGTH ? `"${name.slice(0, SHOWN_LENGTH)}…"` : `"${name}"`;
}

/**
 * The index of the class that a claim names: the exact name, else the one class of that name in another
 * case ("malignant"), else the one of the same number ("1.0" for "1"), else "#0", the first in sorted order.
 * Returns the reason when there is none.
 */
export function classIndex(classes: readonly string[], name: string): number | string {
  const exact = classes.indexOf(name);
  if (exact >= 0) return exact;
  const wanted = name.trim();
  const lower = wanted.toLowerCase();
  return (
    onlyIndex(classes, (other) => other.trim().toLowerCase() === lower) ??
    (isNumber(wanted)
      ? onlyIndex(classes, (other) => isNumber(other) && Number(other) === Number(wanted))
      : null) ??
    indexByPosition(classes, wanted) ??
    `there is no class ${shownClass(name)}; the classes are ${shownClasses(classes)}`
  );
}

function onlyIndex(classes: readonly string[], fits: (name: string) => boolean): number | null {
  const index = classes.findIndex(fits);
  return index >= 0 && index === classes.findLastIndex(fits) ? index : null;
}

function indexByPosition(classes: readonly string[], name: string): number | null {
  const position = /^#(\d{1,9})$/.exec(name)?.[1];
  if (position === undefined) return null;
  const wanted = sorted(classes)[Number(position)];
  return wanted === undefined ? null : classes.indexOf(wanted);
}

/** By number when all are numbers, else by text, as NumPy's unique sorts a column of either kind. */
function sorted(classes: readonly string[]): readonly string[] {
  return classes.every(isNumber) ? [...classes].sort((a, b) => Number(a) - Number(b)) : [...classes].sort();
}

function isNumber(name: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(name.trim());
}

function shownClasses(classes: readonly string[]): string {
  const shown = classes.slice(0, 5).map(shownClass).join(", ");
  return classes.length > 5 ? `${shown} and ${classes.length - 5} more` : shown;
}

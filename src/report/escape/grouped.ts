/** A count with its thousands grouped, `1,200`. Not by `toLocaleString`, which loads every locale to do it. */
export function grouped(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

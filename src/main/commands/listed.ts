/** An option that may be given several times. */
export function listed(written: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), written];
}

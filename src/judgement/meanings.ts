/** Tells findings of one rule apart that are about the same: `x`, `x|2`, `x|3`. */
export class Meanings {
  readonly #times = new Map<string, number>();

  /** The meaning itself the first time, a numbered one that no other finding has after that. */
  distinct(about: string): string {
    let times = this.#times.get(about) ?? 0;
    let meaning: string;
    do meaning = ++times === 1 ? about : `${about}|${times}`;
    while (meaning !== about && this.#times.has(meaning));
    this.#times.set(about, times);
    if (meaning !== about) this.#times.set(meaning, 1);
    return meaning;
  }
}

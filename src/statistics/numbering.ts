/** So many keys at most are kept in a list, which is faster to look in than a map. */
const FEW_KEYS = 65_536;

/** Numbers whole keys from 0 on, in the order in which they are first met. */
export class Numbering {
  readonly keys: number[] = [];
  readonly #few: Int32Array | null;
  readonly #many = new Map<number, number>();

  /** `bound` is above every key. */
  constructor(bound: number) {
    this.#few = bound <= FEW_KEYS ? new Int32Array(bound).fill(-1) : null;
  }

  numberOf(key: number): number {
    const number = this.#few === null ? (this.#many.get(key) ?? -1) : this.#few[key]!;
    return number < 0 ? this.#add(key) : number;
  }

  #add(key: number): number {
    const number = this.keys.length;
    this.keys.push(key);
    if (this.#few === null) this.#many.set(key, number);
    else this.#few[key] = number;
    return number;
  }
}

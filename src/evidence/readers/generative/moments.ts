import { Sum } from "../../../statistics/sum.ts";

/** Count, mean and standard error of numbers met one by one. Source: B. P. Welford, Technometrics 4 (1962). */
export class Moments {
  count = 0;
  private readonly sum = new Sum();
  private centre = 0;
  private readonly squares = new Sum();

  add(value: number): void {
    this.count++;
    this.sum.add(value);
    const before = value - this.centre;
    this.centre += before / this.count;
    this.squares.add(before * (value - this.centre));
  }

  /** Null of nothing. */
  get mean(): number | null {
    return this.count === 0 ? null : this.sum.value / this.count;
  }

  /** Of the mean, with the sample's standard deviation; null of fewer than two. */
  get standardError(): number | null {
    if (this.count < 2) return null;
    return Math.sqrt(Math.max(0, this.squares.value) / (this.count - 1) / this.count);
  }
}

import { EXPRESSION_CAPS } from "./caps.ts";

/** Thrown when the work of an evaluation is used up. CEL may pass over an error, so the meter remembers it as well. */
class Exhausted extends Error {}

/** Counts the work of one evaluation at a time. */
export class Meter {
  #left: number = EXPRESSION_CAPS.work;

  start(): void {
    this.#left = EXPRESSION_CAPS.work;
  }

  charge(work: number): void {
    this.#left -= work;
    if (this.#left < 0) throw new Exhausted("too costly");
  }

  get isExhausted(): boolean {
    return this.#left < 0;
  }
}

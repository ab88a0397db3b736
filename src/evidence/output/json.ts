import type { Place } from "../../documents/place.ts";
import { pointerTo } from "../../documents/pointer.ts";
import type { Places } from "./places.ts";

/**
 * A value of a tool's file with the way to it. What is absent is a `Json` too, so that a path can be walked
 * without asking at each step; only reading a scalar gives null.
 */
export class Json {
  readonly value: unknown;
  readonly pointer: string;
  private readonly places: Places;

  constructor(value: unknown, places: Places, pointer = "") {
    this.value = value;
    this.places = places;
    this.pointer = pointer;
  }

  /** Where it stands; the line is found when the reader has finished, in one pass for all that asked. */
  get at(): Place {
    return this.places.at(this.pointer);
  }

  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isMap(): boolean {
    return typeof this.value === "object" && this.value !== null && !Array.isArray(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get(...keys: readonly (string | number)[]): Json {
    let value = this.value;
    let pointer = this.pointer;
    for (const key of keys) {
      value = own(value, key);
      pointer = pointerTo(pointer, key);
    }
    return new Json(value, this.places, pointer);
  }

  /** Another value at the same place, such as the document that a text of this one holds. */
  with(value: unknown): Json {
    return new Json(value, { at: () => this.at }, this.pointer);
  }

  has(...keys: readonly string[]): boolean {
    return keys.every((key) => own(this.value, key) !== undefined);
  }

  text(): string | null {
    return typeof this.value === "string" ? this.value : null;
  }

  /** Finite, or null: tools write NaN, and numbers as text. */
  number(): number | null {
    if (typeof this.value === "number") return Number.isFinite(this.value) ? this.value : null;
    if (typeof this.value !== "string" || !NUMERAL.test(this.value)) return null;
    const number = Number(this.value);
    return Number.isFinite(number) ? number : null;
  }

  boolean(): boolean | null {
    return typeof this.value === "boolean" ? this.value : null;
  }

  *items(): Generator<Json> {
    if (!Array.isArray(this.value)) return;
    for (let index = 0; index < this.value.length; index++) yield this.get(index);
  }

  *entries(): Generator<[key: string, value: Json]> {
    if (!this.isMap) return;
    for (const key of Object.keys(this.value as object)) yield [key, this.get(key)];
  }

  /** How many items or entries it has; 0 for a scalar. */
  get size(): number {
    if (Array.isArray(this.value)) return this.value.length;
    return this.isMap ? Object.keys(this.value as object).length : 0;
  }
}

const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Own keys only: `constructor` in a tool's file is a key as any other. */
function own(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

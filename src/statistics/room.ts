/**
 * Memory for arrays that are needed one after another. What a large table's arrays leave behind is collected late,
 * and would stand beside those in use: here each array takes the place of its forerunner. An array is good until
 * the next `clear`, and begins with whatever stood in its place.
 */
export class Room {
  readonly #places: ArrayBuffer[] = [];
  #next = 0;

  clear(): void {
    this.#next = 0;
  }

  floats(length: number): Float64Array {
    return new Float64Array(this.#take(length * Float64Array.BYTES_PER_ELEMENT), 0, length);
  }

  integers(length: number): Int32Array {
    return new Int32Array(this.#take(length * Int32Array.BYTES_PER_ELEMENT), 0, length);
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.#take(length), 0, length);
  }

  #take(bytes: number): ArrayBuffer {
    const at = this.#next++;
    const place = this.#places[at];
    if (place !== undefined && place.byteLength >= bytes) return place;
    const larger = new ArrayBuffer(bytes);
    this.#places[at] = larger;
    return larger;
  }
}

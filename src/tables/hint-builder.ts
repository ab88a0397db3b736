import { markerOf } from "./marker.ts";
import { numeral } from "./numeral.ts";
import type { HeaderColumn } from "./table.ts";
import type { TakesCells } from "./takes-cells.ts";

/** Looks at the first cells of a column to say what type they look like. */
export class HintBuilder implements TakesCells {
  readonly kind = "hint";
  readonly name: string;
  private seen: HeaderColumn["type"] = "unknown";

  constructor(name: string) {
    this.name = name;
  }

  add(_row: number, bytes: Uint8Array, start: number, end: number): void {
    // Once text, whatever else is met.
    if (this.seen === "text") return;
    if (!Number.isNaN(numeral(bytes, start, end))) {
      this.see("number");
      return;
    }
    switch (markerOf(bytes, start, end)) {
      case "missing":
        return;
      case "non-finite":
        this.see("number");
        return;
      case "true":
      case "false":
        this.see("boolean");
        return;
      case "invalid":
        this.see("text");
        return;
    }
  }

  addMissing(): void {}

  addInvalid(): void {
    this.see("text");
  }

  column(): HeaderColumn {
    return { name: this.name, type: this.seen };
  }

  private see(type: "number" | "text" | "boolean"): void {
    this.seen = this.seen === "unknown" || this.seen === type ? type : "text";
  }
}

import type { Model } from "../inventory/model.ts";
import type { Sample } from "../statistics/sample.ts";
import type { Frame } from "./frame.ts";
import type { Slice } from "./need.ts";
import type { Unmeasured } from "./result.ts";
import type { SampleRequest } from "./sample-request.ts";
import { sampleOf } from "./samples.ts";
import { Slicer, sliceKey } from "./slices.ts";
import { subset } from "./subset.ts";

/** Samples of one table: of all rows each is made once, of slices those of the latest are kept. */
export class Samples {
  readonly #frame: Frame;
  readonly #model: Model;
  readonly #slicer: Slicer;
  readonly #whole = new Map<string, Sample | Unmeasured>();
  readonly #parts = new Map<string, Sample>();
  #slice = "";

  constructor(frame: Frame, model: Model) {
    this.#frame = frame;
    this.#model = model;
    this.#slicer = new Slicer(frame);
  }

  of(request: SampleRequest, slice: Slice): Sample | Unmeasured {
    const key = JSON.stringify([request.reads, request.decision, request.weighted]);
    const whole = this.#whole.get(key) ?? sampleOf(this.#frame, this.#model, request);
    this.#whole.set(key, whole);
    if ("kind" in whole) return whole;
    const rows = this.#slicer.rowsOf(slice);
    if (rows === null) return whole;
    if ("kind" in rows) return rows;

    const wanted = sliceKey(slice);
    if (wanted !== this.#slice) this.#parts.clear();
    this.#slice = wanted;
    const part = this.#parts.get(key) ?? subset(whole, rows);
    this.#parts.set(key, part);
    return part;
  }
}

import type { Caps } from "../../../workspace/caps.ts";
import type { OpenFile } from "../../../workspace/tree.ts";
import type { Grid } from "./grid.ts";
import { LONGEST_HEADER, type NpyHeader, npyHeader } from "./header.ts";

/** The numbers of a `.npy` file, in C order whatever its own; or inside a sentence why they are not read. */
export async function npyArray(file: OpenFile, caps: Caps): Promise<Grid | string> {
  if (file.size > caps.evidenceBytes) return `it is larger than ${caps.evidenceBytes} bytes`;
  const header = npyHeader(await file.read(0, Math.min(file.size, LONGEST_HEADER + 12)));
  if (typeof header === "string") return header;
  const size = header.shape.reduce((product, each) => product * each, 1);
  const stated = size * header.bytesEach;
  const there = file.size - header.start;
  if (there !== stated) return `its header tells of ${stated} bytes of numbers, and there are ${there}`;
  const bytes = await file.read(header.start, file.size);
  const numbers = decoded(bytes, size, header);
  return { shape: header.shape, values: header.fortran ? inRows(numbers, header.shape) : numbers };
}

function decoded(bytes: Uint8Array, size: number, header: NpyHeader): Float64Array {
  const { kind, bytesEach, littleEndian } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float64Array(size);
  if (kind === "f" && bytesEach === 8)
    for (let index = 0; index < size; index++) values[index] = view.getFloat64(index * 8, littleEndian);
  else if (kind === "f")
    for (let index = 0; index < size; index++) values[index] = view.getFloat32(index * 4, littleEndian);
  else if (bytesEach === 8)
    for (let index = 0; index < size; index++)
      values[index] = Number(view.getBigInt64(index * 8, littleEndian));
  else for (let index = 0; index < size; index++) values[index] = view.getInt32(index * 4, littleEndian);
  return values;
}

/** From an order in which the first index runs fastest to one in which the last does. */
function inRows(columns: Float64Array, shape: readonly number[]): Float64Array {
  const rows = new Float64Array(columns.length);
  const index = new Array<number>(shape.length).fill(0);
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, each) => product * each, 1));
  let to = 0;
  for (let from = 0; from < columns.length; from++) {
    rows[to] = columns[from]!;
    for (let axis = 0; axis < shape.length; axis++) {
      to += steps[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      to -= steps[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return rows;
}

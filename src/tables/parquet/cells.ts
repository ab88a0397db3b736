import { parseFloat16 } from "hyparquet/src/convert.js";
import type { NumberBuilder } from "../number-builder.ts";
import { damaged } from "./guard.ts";
import { dateText, julianNanos, timestampText, timeText } from "./instant.ts";
import type { Leaf } from "./leaf.ts";
import { exactly } from "./numbers.ts";
import type { Stored } from "./values.ts";

const LONGEST_DECIMAL = 1024;

/** One number cell. Dates, times and ids are no numbers; nor is an integer that no double equals. */
export function addNumber(
  builder: NumberBuilder,
  leaf: Leaf,
  stored: Stored,
  index: number,
  row: number,
  line: number,
): void {
  const { meaning } = leaf;
  switch (meaning.is) {
    case "boolean":
    case "float":
      builder.addValue(row, Number(scalarAt(stored, index)), line);
      return;
    case "integer": {
      const number = exactly(integerAt(stored, index, meaning.signed));
      if (Number.isNaN(number)) builder.addInvalid(row, line);
      else builder.addValue(row, number, line);
      return;
    }
    case "half":
      builder.addValue(row, parseFloat16(bytesAt(stored, index)) ?? Number.NaN, line);
      return;
    case "decimal":
      builder.addValue(row, Number(`${unscaledAt(stored, index)}e-${meaning.scale}`), line);
      return;
    case "string": {
      const { bytes, starts, ends } = stringsIn(stored);
      builder.add(row, bytes, starts[index]!, ends[index]!, line);
      return;
    }
    case "date":
    case "time":
    case "timestamp":
    case "uuid":
    case "unsupported":
      builder.addInvalid(row, line);
      return;
  }
}

/** A value that is not text already, as text that loses nothing; dates and times in ISO 8601. */
export function textOf(leaf: Leaf, stored: Stored, index: number): string {
  const { meaning } = leaf;
  switch (meaning.is) {
    case "boolean":
      return scalarAt(stored, index) ? "true" : "false";
    case "integer":
      return String(integerAt(stored, index, meaning.signed));
    case "float":
      return floatText(Number(scalarAt(stored, index)), leaf.physical === "FLOAT");
    case "half":
      return floatText(parseFloat16(bytesAt(stored, index)) ?? Number.NaN, false);
    case "decimal":
      return decimalText(unscaledAt(stored, index), meaning.scale);
    case "date":
      return dateText(Number(scalarAt(stored, index)));
    case "time":
      return timeText(BigInt(scalarAt(stored, index)), meaning.unit);
    case "timestamp": {
      const value = BigInt(scalarAt(stored, index));
      return timestampText(leaf.physical === "INT96" ? julianNanos(value) : value, meaning.unit, meaning.utc);
    }
    case "uuid":
      return Buffer.from(bytesAt(stored, index))
        .toString("hex")
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    case "string":
    case "unsupported":
      throw damaged();
  }
}

function integerAt(stored: Stored, index: number, signed: boolean): number | bigint {
  const value = scalarAt(stored, index);
  if (typeof value === "bigint") return signed ? value : BigInt.asUintN(64, value);
  return signed ? Number(value) : Number(value) >>> 0;
}

function unscaledAt(stored: Stored, index: number): number | bigint {
  if (stored.kind === "scalars") return integerAt(stored, index, true);
  const bytes = bytesAt(stored, index);
  if (bytes.length > LONGEST_DECIMAL) throw damaged();
  if (bytes.length === 0) return 0;
  return BigInt.asIntN(8 * bytes.length, BigInt(`0x${Buffer.from(bytes).toString("hex")}`));
}

function decimalText(unscaled: number | bigint, scale: number): string {
  const sign = unscaled < 0 ? "-" : "";
  const digits = String(unscaled)
    .replace("-", "")
    .padStart(scale + 1, "0");
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const SINGLE_DIGITS = 9;

/** The shortest text that reads back as the same number; a whole one has a decimal point, as Python writes it. */
function floatText(value: number, single: boolean): string {
  let text = Object.is(value, -0) ? "-0" : String(value);
  if (single && Number.isFinite(value) && value !== 0) {
    for (let digits = 1; digits <= SINGLE_DIGITS; digits++) {
      text = String(Number(value.toPrecision(digits)));
      if (Math.fround(Number(text)) === value) break;
    }
  }
  return Number.isInteger(value) && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function scalarAt(stored: Stored, index: number): number | bigint {
  const value = stored.kind === "scalars" ? stored.values[index] : undefined;
  if (value === undefined) throw damaged();
  return value;
}

export function stringsIn(stored: Stored) {
  if (stored.kind !== "strings") throw damaged();
  return stored.values;
}

function bytesAt(stored: Stored, index: number): Uint8Array {
  const { bytes, starts, ends } = stringsIn(stored);
  return bytes.subarray(starts[index]!, ends[index]!);
}

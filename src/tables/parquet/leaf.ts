import type { ParquetType, SchemaElement } from "hyparquet";
import type { HeaderColumn } from "../table.ts";

export type TimeUnit = "MILLIS" | "MICROS" | "NANOS";

/** What the values of a column stand for. */
export type Meaning =
  | { readonly is: "boolean" }
  | { readonly is: "integer"; readonly signed: boolean }
  | { readonly is: "float" }
  | { readonly is: "half" }
  | { readonly is: "decimal"; readonly scale: number }
  | { readonly is: "date" }
  | { readonly is: "time"; readonly unit: TimeUnit }
  | { readonly is: "timestamp"; readonly unit: TimeUnit; readonly utc: boolean }
  | { readonly is: "string" }
  | { readonly is: "uuid" }
  | { readonly is: "unsupported"; readonly what: string };

/** A column as the footer declares it. */
export interface Leaf {
  readonly name: string;
  readonly physical: ParquetType;
  readonly meaning: Meaning;
  readonly optional: boolean;
  /** Bytes of one value of a fixed-length type. */
  readonly length: number;
}

const LARGEST_SCALE = 100;
const LONGEST_FIXED = 1024;

export function leafOf(element: SchemaElement): Leaf {
  return {
    name: element.name,
    physical: element.type ?? "BYTE_ARRAY",
    meaning: meaningOf(element),
    optional: element.repetition_type === "OPTIONAL",
    length: element.type_length ?? 0,
  };
}

export function hintOf({ meaning }: Leaf): HeaderColumn["type"] {
  switch (meaning.is) {
    case "boolean":
      return "boolean";
    case "integer":
    case "float":
    case "half":
    case "decimal":
      return "number";
    case "date":
    case "time":
    case "timestamp":
    case "string":
    case "uuid":
      return "text";
    case "unsupported":
      return "unknown";
  }
}

function meaningOf(element: SchemaElement): Meaning {
  if (element.num_children || element.type === undefined)
    return { is: "unsupported", what: "a nested column" };
  if (element.repetition_type === "REPEATED") return { is: "unsupported", what: "a list" };
  const { converted_type: converted, logical_type: logical } = element;
  if (logical?.type === "DECIMAL" || converted === "DECIMAL") return decimal(element);
  switch (element.type) {
    case "BOOLEAN":
      return { is: "boolean" };
    case "FLOAT":
    case "DOUBLE":
      return { is: "float" };
    case "INT96":
      return { is: "timestamp", unit: "NANOS", utc: false };
    case "INT32":
    case "INT64":
      return integer(element);
    case "BYTE_ARRAY":
      if (converted === "BSON" || BINARY.has(logical?.type ?? ""))
        return { is: "unsupported", what: "binary" };
      return { is: "string" };
    case "FIXED_LEN_BYTE_ARRAY":
      return fixed(element);
  }
}

const BINARY: ReadonlySet<string> = new Set(["BSON", "VARIANT", "GEOMETRY", "GEOGRAPHY"]);

function integer({ converted_type: converted, logical_type: logical }: SchemaElement): Meaning {
  if (logical?.type === "DATE" || converted === "DATE") return { is: "date" };
  if (logical?.type === "TIMESTAMP")
    return { is: "timestamp", unit: logical.unit, utc: logical.isAdjustedToUTC };
  if (logical?.type === "TIME") return { is: "time", unit: logical.unit };
  switch (converted) {
    case "TIMESTAMP_MILLIS":
      return { is: "timestamp", unit: "MILLIS", utc: true };
    case "TIMESTAMP_MICROS":
      return { is: "timestamp", unit: "MICROS", utc: true };
    case "TIME_MILLIS":
      return { is: "time", unit: "MILLIS" };
    case "TIME_MICROS":
      return { is: "time", unit: "MICROS" };
    default: {
      const unsigned =
        logical?.type === "INTEGER" ? !logical.isSigned : converted?.startsWith("UINT") === true;
      return { is: "integer", signed: !unsigned };
    }
  }
}

function decimal(element: SchemaElement): Meaning {
  // The older field holds the scale in every writer; libraries disagree on the order of the newer ones.
  const scale = element.scale ?? 0;
  const integral = Number.isInteger(scale) && scale >= 0 && scale <= LARGEST_SCALE;
  if (!integral || (element.type_length ?? 0) > LONGEST_FIXED)
    return { is: "unsupported", what: "a decimal" };
  return { is: "decimal", scale };
}

function fixed({
  converted_type: converted,
  logical_type: logical,
  type_length: length,
}: SchemaElement): Meaning {
  if (logical?.type === "UUID" && length === 16) return { is: "uuid" };
  if (logical?.type === "FLOAT16" && length === 2) return { is: "half" };
  return { is: "unsupported", what: converted === "INTERVAL" ? "an interval" : "binary" };
}

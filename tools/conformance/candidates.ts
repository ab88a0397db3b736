import { bytes, type Canonical, double, int, list, map, string, uint } from "./canonical.ts";
import { load, type Written } from "./cases.ts";

/** A library of CEL behind one face. An error is thrown, in whatever form. */
export interface Candidate {
  readonly name: string;
  evaluate(expr: string, bindings: Readonly<Record<string, Written>>): Canonical;
}

export async function candidatesIn(folder: string): Promise<readonly Candidate[]> {
  return Promise.all([bufbuild(folder), marcbachmann(folder), celJs(folder)]);
}

type Evaluate = (expr: string, bindings: Record<string, unknown>, more?: unknown) => unknown;

async function bufbuild(folder: string): Promise<Candidate> {
  const cel = (await load(folder, "@bufbuild/cel")) as {
    run: Evaluate;
    celUint: (value: bigint) => unknown;
    isCelUint: (value: unknown) => value is { value: bigint };
    isCelError: (value: unknown) => boolean;
    isCelType: (value: unknown) => boolean;
    isCelList: (value: unknown) => value is Iterable<unknown>;
    isCelMap: (value: unknown) => value is Iterable<[unknown, unknown]>;
  };
  const { strings } = (await load(folder, "@bufbuild/cel/ext")) as { strings: unknown };
  const shown = (value: unknown): Canonical => {
    if (cel.isCelError(value)) throw value;
    if (cel.isCelUint(value)) return uint(value.value);
    if (cel.isCelList(value)) return list([...value].map(shown));
    if (cel.isCelMap(value)) return map([...value].map(([key, one]) => [shown(key), shown(one)] as const));
    if (cel.isCelType(value)) return `type ${(value as { name: string }).name}`;
    return scalar(value);
  };
  const evaluate: Candidate["evaluate"] = (expr, bindings) =>
    shown(cel.run(expr, inputs(bindings, cel.celUint), { funcs: strings }));
  return { name: "@bufbuild/cel", evaluate };
}

async function marcbachmann(folder: string): Promise<Candidate> {
  const { Environment, Optional } = (await load(folder, "@marcbachmann/cel-js")) as {
    Environment: new (options: unknown) => { evaluate: Evaluate };
    Optional: new () => object;
  };
  const { UnsignedInt } = (await load(folder, "@marcbachmann/cel-js/evaluator")) as {
    UnsignedInt: new (value: bigint) => { value: bigint };
  };
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  });
  const shown = (value: unknown): Canonical => {
    if (value instanceof UnsignedInt) return uint(value.value);
    if (value instanceof Optional) return "optional";
    if (Array.isArray(value)) return list(value.map(shown));
    if (value instanceof Map) return map([...value].map(([key, one]) => [shown(key), shown(one)] as const));
    if (isPlain(value))
      return map(Object.entries(value).map(([key, one]) => [string(key), shown(one)] as const));
    if (typeof value === "object" && value !== null && value.constructor.name === "Type")
      return `type ${String((value as { name?: string }).name)}`;
    return scalar(value);
  };
  const evaluate: Candidate["evaluate"] = (expr, bindings) =>
    shown(
      environment.evaluate(
        expr,
        inputs(bindings, (value) => new UnsignedInt(value)),
      ),
    );
  return { name: "@marcbachmann/cel-js", evaluate };
}

async function celJs(folder: string): Promise<Candidate> {
  const { evaluate } = (await load(folder, "cel-js")) as { evaluate: Evaluate };
  const shown = (value: unknown): Canonical => {
    if (typeof value === "number") return `number ${Object.is(value, -0) ? 0 : value}`;
    if (Array.isArray(value)) return list(value.map(shown));
    if (isPlain(value))
      return map(Object.entries(value).map(([key, one]) => [string(key), shown(one)] as const));
    return scalar(value);
  };
  return {
    name: "cel-js",
    evaluate: (expr, bindings) => shown(evaluate(expr, inputs(bindings, Number, Number))),
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function scalar(value: unknown): Canonical {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "bigint") return int(value);
  if (typeof value === "number") return double(value);
  if (typeof value === "string") return string(value);
  if (value instanceof Uint8Array) return bytes(value);
  throw new TypeError("a value that the cases do not have");
}

function inputs(
  bindings: Readonly<Record<string, Written>>,
  ofUint: (value: bigint) => unknown,
  ofInt: (value: bigint) => unknown = (value) => value,
): Record<string, unknown> {
  const input = ({ kind }: Written): unknown => {
    switch (kind.case) {
      case "nullValue":
        return null;
      case "int64Value":
        return ofInt(kind.value);
      case "uint64Value":
        return ofUint(kind.value);
      case "listValue":
        return kind.value.values.map(input);
      case "mapValue":
        return new Map(kind.value.entries.map(({ key, value }) => [input(key), input(value)]));
      case "boolValue":
      case "doubleValue":
      case "stringValue":
      case "bytesValue":
      case "typeValue":
        return kind.value;
      default:
        throw new TypeError("a binding that is a message");
    }
  };
  return Object.fromEntries(Object.entries(bindings).map(([name, written]) => [name, input(written)]));
}

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bytes, type Canonical, double, int, list, map, string, uint } from "./canonical.ts";

/** A value as the conformance cases write it. */
export type WrittenValue =
  | { readonly case: "nullValue" }
  | { readonly case: "boolValue"; readonly value: boolean }
  | { readonly case: "int64Value" | "uint64Value"; readonly value: bigint }
  | { readonly case: "doubleValue"; readonly value: number }
  | { readonly case: "stringValue" | "typeValue"; readonly value: string }
  | { readonly case: "bytesValue"; readonly value: Uint8Array }
  | { readonly case: "listValue"; readonly value: { readonly values: readonly Written[] } }
  | { readonly case: "mapValue"; readonly value: { readonly entries: readonly Entry[] } }
  | { readonly case: "objectValue" | "enumValue" | undefined };
export interface Written {
  readonly kind: WrittenValue;
}
interface Entry {
  readonly key: Written;
  readonly value: Written;
}

interface WrittenCase {
  readonly original: {
    readonly expr: string;
    readonly container: string;
    readonly checkOnly: boolean;
    readonly bindings: Readonly<
      Record<string, { readonly kind: { readonly case: string; readonly value: Written } }>
    >;
    readonly resultMatcher: { readonly case?: string; readonly value?: unknown };
  };
}
interface Suite {
  readonly name: string;
  readonly suites: readonly Suite[];
  readonly tests: readonly WrittenCase[];
}

export interface ConformanceCase {
  readonly group: "core" | "extensions" | "messages";
  readonly expr: string;
  readonly bindings: Readonly<Record<string, Written>>;
  /** Null where an error is right. */
  readonly expected: Canonical | null;
}

/** Files of the specification that are about protocol buffers, which a policy has none of. */
const OF_MESSAGES = new Set(["proto2", "proto2_ext", "proto3", "dynamic", "enums", "wrappers"]);
const OF_EXTENSIONS = /_ext$|^macros2$|^optionals$/;
const NAMES_A_MESSAGE =
  /TestAllTypes|NestedTestAllTypes|google\.protobuf\.(?!Timestamp|Duration)|proto[23]\.|GlobalEnum/;

/** The cases of the package `@bufbuild/cel-spec`, installed in `folder`: those of cel-spec's tests/simple/testdata. */
export async function conformanceCases(folder: string): Promise<ConformanceCase[]> {
  const { getConformanceSuite } = (await load(folder, "@bufbuild/cel-spec/testdata/tests.js")) as {
    getConformanceSuite: () => Suite;
  };
  return getConformanceSuite().suites.flatMap((file) =>
    allOf(file).flatMap(({ original }): ConformanceCase[] => {
      const { expr, container, checkOnly, resultMatcher } = original;
      const bound = Object.entries(original.bindings);
      if (checkOnly || bound.some(([, { kind }]) => kind.case !== "value")) return [];
      const bindings = Object.fromEntries(bound.map(([name, { kind }]) => [name, kind.value]));
      const expected = expectedOf(resultMatcher);
      const message = container !== "" || NAMES_A_MESSAGE.test(expr) || expected === undefined;
      const group =
        OF_MESSAGES.has(file.name) || message
          ? "messages"
          : OF_EXTENSIONS.test(file.name)
            ? "extensions"
            : "core";
      return [{ group, expr, bindings, expected: expected ?? null }];
    }),
  );
}

export async function load(folder: string, name: string): Promise<unknown> {
  const resolved = createRequire(join(folder, "package.json")).resolve(name);
  return import(pathToFileURL(resolved.replace("/dist/cjs/", "/dist/esm/")).href);
}

export function versionOf(folder: string, name: string): string {
  return createRequire(join(folder, "package.json"))(join(folder, "node_modules", name, "package.json"))
    .version;
}

function allOf({ tests, suites }: Suite): WrittenCase[] {
  return [...tests, ...suites.flatMap(allOf)];
}

/** Undefined for a result that only messages have. */
function expectedOf(matcher: WrittenCase["original"]["resultMatcher"]): Canonical | null | undefined {
  switch (matcher.case) {
    case "value":
      return canonicalOf(matcher.value as Written);
    case "typedResult": {
      const { result } = matcher.value as { readonly result?: Written };
      return result ? canonicalOf(result) : undefined;
    }
    case "evalError":
    case "anyEvalErrors":
      return null;
    case undefined:
      return "true";
    default:
      return undefined;
  }
}

function canonicalOf({ kind }: Written): Canonical | undefined {
  switch (kind.case) {
    case "nullValue":
      return "null";
    case "boolValue":
      return String(kind.value);
    case "int64Value":
      return int(kind.value);
    case "uint64Value":
      return uint(kind.value);
    case "doubleValue":
      return double(kind.value);
    case "stringValue":
      return string(kind.value);
    case "bytesValue":
      return bytes(kind.value);
    case "typeValue":
      return `type ${kind.value}`;
    case "listValue": {
      const items = kind.value.values.map(canonicalOf);
      return items.includes(undefined) ? undefined : list(items.map(String));
    }
    case "mapValue": {
      const entries = kind.value.entries.map(
        ({ key, value }) => [String(canonicalOf(key)), String(canonicalOf(value))] as const,
      );
      return map(entries);
    }
    default:
      return undefined;
  }
}

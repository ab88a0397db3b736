/** What an expression can be about. A field of a record may be absent; nothing is ever null. */
export type Type =
  | { readonly kind: Exclude<Scalar, "string"> }
  | { readonly kind: "string"; readonly words?: Words }
  | { readonly kind: "list"; readonly of: Type }
  /** By keys that are text. */
  | { readonly kind: "map"; readonly of: Type }
  | { readonly kind: "record"; readonly name: string; readonly fields: Fields }
  /** Of no known type, after a problem that was told of: anything fits it. */
  | { readonly kind: "unknown" };

export type Scalar = "bool" | "int" | "double" | "string" | "timestamp" | "duration";
/** The only texts that can stand somewhere, and what each of them is: a stage, a tier. */
export interface Words {
  readonly of: string;
  readonly known: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

export interface Field {
  readonly type: Type;
  /** For the page that lists the fields. */
  readonly says: string;
  readonly example?: string;
}

export const BOOL: Type = { kind: "bool" };
export const INT: Type = { kind: "int" };
export const DOUBLE: Type = { kind: "double" };
export const STRING: Type = { kind: "string" };
export const TIMESTAMP: Type = { kind: "timestamp" };
export const DURATION: Type = { kind: "duration" };
export const wordOf = (of: string, known: readonly string[]): Type => ({
  kind: "string",
  words: { of, known },
});
export const UNKNOWN: Type = { kind: "unknown" };
export const listOf = (of: Type): Type => ({ kind: "list", of });
export const mapOf = (of: Type): Type => ({ kind: "map", of });
export const record = (name: string, fields: Fields): Type => ({ kind: "record", name, fields });

export function isNumber({ kind }: Type): boolean {
  return kind === "int" || kind === "double" || kind === "unknown";
}

export function isScalar({ kind }: Type): boolean {
  return kind !== "list" && kind !== "map" && kind !== "record";
}

/** Whether a value of one type can stand where the other is wanted. */
export function fits(type: Type, wanted: Type): boolean {
  if (type.kind === "unknown" || wanted.kind === "unknown") return true;
  if (type.kind === "list" && wanted.kind === "list") return fits(type.of, wanted.of);
  if (type.kind === "map" && wanted.kind === "map") return fits(type.of, wanted.of);
  if (type.kind === "record" && wanted.kind === "record") return type.name === wanted.name;
  return type.kind === wanted.kind;
}

/** What a value of either type is: text of two kinds of words is any text. */
export function either(one: Type, other: Type): Type {
  if (one.kind === "unknown") return other;
  if (one.kind === "list" && other.kind === "list") return listOf(either(one.of, other.of));
  if (one.kind !== "string" || other.kind !== "string") return one;
  return one.words === other.words ? one : STRING;
}

/** `list of double`: the type in words. */
export function typeWords(type: Type): string {
  switch (type.kind) {
    case "list":
    case "map":
      return `${type.kind} of ${typeWords(type.of)}`;
    case "record":
      return type.name;
    default:
      return type.kind;
  }
}

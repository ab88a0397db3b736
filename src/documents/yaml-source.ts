import type { Caps } from "../workspace/caps.ts";
import { lineMap } from "./lines.ts";
import type { Place } from "./place.ts";

/** What a text may hold beyond one document of plain values. */
export interface YamlDialect {
  /** `several`: the root is the list of the documents as soon as there are two of them. */
  readonly documents: "one" | "several";
  /** `kept`: a value with a tag of its own, `!Ref x`, is the map `{"!Ref": x}`. */
  readonly tags: "refused" | "kept";
  /** `followed`: the keys of `<<` stand where the map has none of that name, as in YAML 1.1. */
  readonly merges: "refused" | "followed";
}

/** What people write for us. */
export const PLAIN_YAML: YamlDialect = { documents: "one", tags: "refused", merges: "refused" };
/** What tools write, and what other tools are given. */
export const TOOL_YAML: YamlDialect = { documents: "several", tags: "kept", merges: "followed" };

/** What every stage of reading one YAML text shares. */
export interface YamlSource {
  readonly path: string;
  readonly caps: Caps;
  readonly dialect: YamlDialect;
  at(offset: number, pointer?: string): Place;
}

export function yamlSource(
  text: string,
  path: string,
  caps: Caps,
  dialect: YamlDialect,
  shift: number,
): YamlSource {
  const lines = lineMap(text);
  return {
    path,
    caps,
    dialect,
    at(offset, pointer = "") {
      const { line, column } = lines.at(offset);
      return { path, line: line + shift, column, pointer };
    },
  };
}

import type { Caps } from "../workspace/caps.ts";
import { lineMap } from "./lines.ts";
import type { Place } from "./place.ts";

/** What every stage of reading one YAML text shares. */
export interface YamlSource {
  readonly path: string;
  readonly caps: Caps;
  at(offset: number, pointer?: string): Place;
}

export function yamlSource(text: string, path: string, caps: Caps, shift: number): YamlSource {
  const lines = lineMap(text);
  return {
    path,
    caps,
    at(offset, pointer = "") {
      const { line, column } = lines.at(offset);
      return { path, line: line + shift, column, pointer };
    },
  };
}

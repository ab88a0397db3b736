import { readFileSync } from "node:fs";
import { parse } from "yaml";

export interface Documented {
  readonly description: string;
  readonly default?: string;
}

export interface ActionMetadata {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Documented>>;
  readonly outputs: Readonly<Record<string, Documented>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** action.yml as the runner reads it. */
export function actionMetadata(): ActionMetadata {
  return parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8"));
}

import type { ErrorObject } from "ajv/dist/2020.js";

/**
 * Of a union that nothing fits, only the union's own error is kept: its branches contradict each other. The engine
 * reports the branches' errors right before it.
 */
export function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === "anyOf" || error.keyword === "oneOf") {
      while (isAtOrBelow(kept.at(-1)?.instancePath, error.instancePath)) kept.pop();
    }
    kept.push(error);
  }
  return kept;
}

function isAtOrBelow(path: string | undefined, above: string): boolean {
  return path !== undefined && (path === above || path.startsWith(`${above}/`));
}

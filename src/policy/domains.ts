import { nearest } from "../documents/nearest.ts";
import { startOf } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { ShippedPolicy } from "./shipped.ts";

interface Written extends ShippedPolicy {
  readonly path: string;
}

const ASKED = /^\/tiering\/criteria\/\d+\/when\/domain(?:\/\d+)?$/;

/** Domains that a criterion asks for and no file's `tiering.domains` explains: a misspelt one would ask for nothing. */
export function domainProblems(files: readonly Written[]): Problem[] {
  const known = new Set(files.flatMap(({ written }) => Object.keys(written.tiering?.domains ?? {})));
  if (files.every(({ written }) => written.tiering?.domains === undefined)) return [];
  return files.flatMap(({ path, leaves }) =>
    [...leaves].flatMap(([pointer, { raw, line, column }]) => {
      const word = unquoted(raw);
      if (!ASKED.test(pointer) || word === "any" || known.has(word)) return [];
      const close = nearest(word, known);
      const says = `a criterion asks for the domain "${word}", and \`tiering.domains\` has no such name`;
      const fix = close === null ? `add it: \`${word}: []\`` : `write \`${close}\`, or add \`${word}: []\``;
      return [
        { code: "unknown-domain", about: word, at: { ...startOf(path), line, column, pointer }, says, fix },
      ];
    }),
  );
}

function unquoted(raw: string): string {
  return raw.replace(/^(["'])(.*)\1$/s, "$2");
}

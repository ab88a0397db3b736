import type { ArtifactFact } from "../../output/fact.ts";

type Algorithm = ArtifactFact["algorithm"];

const DIGITS: Readonly<Record<Algorithm, number>> = { sha256: 64, sha512: 128, sha1: 40, md5: 32 };

/** The digest in lower case, or null for what is none: a branch's name, an address, a digest cut short. */
export function digestOf(algorithm: Algorithm, text: string | null): string | null {
  if (text === null || text.length !== DIGITS[algorithm] || !/^[0-9a-f]+$/i.test(text)) return null;
  return text.toLowerCase();
}

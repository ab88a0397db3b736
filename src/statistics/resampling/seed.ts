import { Sfc64 } from "./sfc64.ts";

/** What a resampling's randomness comes from: the digest of the data, in hex, and the policy's own text. */
export interface Seed {
  readonly data: string;
  readonly policy: string;
}

const WORD_DIGITS = 8;

/**
 * The generator of a seed. Its entropy is the number of the digest's words, those words (eight hex digits
 * each, the first the highest), and the UTF-8 bytes of the policy's text, one word for each; in NumPy,
 * `Generator(SFC64([8, 0x6c98…, …, *b"2024-Q1"]))`.
 * @throws RangeError when the digest is not hex in groups of eight digits.
 */
export function generatorOf({ data, policy }: Seed): Sfc64 {
  if (!/^(?:[0-9a-f]{8})+$/i.test(data)) {
    throw new RangeError("a seed's digest must be hex digits in groups of eight");
  }
  const digest = Array.from({ length: data.length / WORD_DIGITS }, (_, index) =>
    Number.parseInt(data.slice(index * WORD_DIGITS, (index + 1) * WORD_DIGITS), 16),
  );
  const text = new TextEncoder().encode(policy);
  const entropy = new Uint32Array(1 + digest.length + text.length);
  entropy[0] = digest.length;
  entropy.set(digest, 1);
  entropy.set(text, 1 + digest.length);
  return new Sfc64(entropy);
}

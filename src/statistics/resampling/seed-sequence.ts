const POOL = 4;

/**
 * Mixes any number of words into a pool of 128 bits and that into `length` words, as NumPy's
 * `SeedSequence(entropy).generate_state(length)`. Not cryptographic: it spreads a seed, it hides nothing.
 * Source: M. E. O'Neill, "Developing a seed_seq alternative" (2015); NumPy's SeedSequence.
 */
export function seedWords(entropy: Uint32Array, length: number): Int32Array {
  const pool = pooled(entropy);
  const words = new Int32Array(length);
  let multiplier = 0x8b51f9dd;
  for (let index = 0; index < length; index++) {
    const word = pool[index % POOL]! ^ multiplier;
    multiplier = Math.imul(multiplier, 0x58f38ded);
    words[index] = folded(Math.imul(word, multiplier));
  }
  return words;
}

function pooled(entropy: Uint32Array): Int32Array {
  const pool = new Int32Array(POOL);
  let multiplier = 0x43b0d7e5;
  const hashed = (word: number): number => {
    const mixed = word ^ multiplier;
    multiplier = Math.imul(multiplier, 0x931e8875);
    return folded(Math.imul(mixed, multiplier));
  };
  for (let index = 0; index < POOL; index++) pool[index] = hashed(entropy[index] ?? 0);
  for (let from = 0; from < POOL; from++) {
    for (let to = 0; to < POOL; to++) if (from !== to) pool[to] = joined(pool[to]!, hashed(pool[from]!));
  }
  for (let from = POOL; from < entropy.length; from++) {
    for (let to = 0; to < POOL; to++) pool[to] = joined(pool[to]!, hashed(entropy[from]!));
  }
  return pool;
}

function joined(left: number, right: number): number {
  return folded(Math.imul(0xca01f9dd, left) - Math.imul(0x4973f715, right));
}

function folded(word: number): number {
  return word ^ (word >>> 16);
}

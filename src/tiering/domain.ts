import { distance } from "fastest-levenshtein";
import { nearest } from "../documents/nearest.ts";
import type { TieringPolicy } from "./tiering-policy.ts";
import { namedIn, nameLength, namesOneOf, spelt, wordsOf } from "./words.ts";

/** A field of use that the policy says nothing about: it may be harmless, and it may not. */
export interface UnknownDomain {
  readonly written: string;
  /** The word of the policy that may be meant. */
  readonly nearest: string | null;
}

const JOINING = new Set(["and", "or", "of", "in", "for", "the"]);
const LONGEST_SHOWN = 60;

type Naming = Pick<TieringPolicy, "criteria" | "domains">;

/** The names that a policy knows. */
interface Vocabulary {
  /** Those that a criterion asks for, in one spelling. */
  readonly asked: ReadonlySet<string>;
  readonly known: readonly string[];
  /** The known in one spelling. */
  readonly names: ReadonlySet<string>;
  /** The domains that a word in one spelling means; what a criterion asks for and no list holds means itself. */
  readonly meanings: ReadonlyMap<string, readonly string[]>;
}

const remembered = new WeakMap<Naming, Vocabulary>();

/** Spelt once, however many models a policy is asked about. */
function vocabularyOf(policy: Naming): Vocabulary {
  const before = remembered.get(policy);
  if (before !== undefined) return before;
  const asked = policy.criteria.flatMap(({ when }) => {
    const condition = when.get("domain");
    return condition?.kind === "one-of" ? condition.words : [];
  });
  const known = [...asked, ...[...policy.domains].flatMap(([name, words]) => [name, ...words])];
  const vocabulary = {
    asked: spellings(asked),
    known,
    names: spellings(known),
    meanings: meaningsOf(policy.domains, asked),
  };
  remembered.set(policy, vocabulary);
  return vocabulary;
}

function meaningsOf(domains: Naming["domains"], asked: readonly string[]): Vocabulary["meanings"] {
  const meanings = new Map<string, string[]>();
  for (const [name, words] of domains) {
    for (const word of spellings([name, ...words])) {
      const known = meanings.get(word);
      if (known) known.push(name);
      else meanings.set(word, [name]);
    }
  }
  for (const name of asked) if (!meanings.has(spelt(name))) meanings.set(spelt(name), [name]);
  return meanings;
}

function spellings(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(spelt));
}

/**
 * Null where the policy knows the domain: a criterion asks for one of its words, or every word of it is among those
 * that the policy lists. One listed word does not vouch for the others.
 */
export function unknownDomain(domain: string, policy: Naming): UnknownDomain | null {
  const { asked, known, names } = vocabularyOf(policy);
  if (asked.size === 0 || namesOneOf(domain, asked)) return null;
  const words = wordsOf(domain);
  const unknown = uncovered(words, names);
  if (words.length > 0 && unknown.length === 0) return null;
  const written = domain.length > LONGEST_SHOWN ? `${domain.slice(0, LONGEST_SHOWN)}…` : domain;
  return { written, nearest: meant([words.join("-"), ...unknown], known) };
}

/**
 * The names of the domains, one word of each of which is in a card's own; null where there are none, and where the rest
 * is unknown to the policy: it may be any.
 */
export function domainsOf(domain: string, policy: Naming): readonly string[] | null {
  if (unknownDomain(domain, policy) !== null) return null;
  const found = namedIn(domain, vocabularyOf(policy).meanings);
  return found.length === 0 ? null : found;
}

/** The words that belong to no name. */
function uncovered(words: readonly string[], names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let index = 0; index < words.length; ) {
    const length = nameLength(words, index, names);
    const word = words[index]!;
    if (length === 0 && !JOINING.has(word)) found.push(word);
    index += Math.max(length, 1);
  }
  return found;
}

/** Most words that a typing error is looked for in: a domain may be a page of text. */
const MOST_TRIED = 8;

/** Only a typing error is mended: another field that happens to be spelt alike would be a false statement. */
function meant(spellings: readonly string[], known: readonly string[]): string | null {
  for (const spelling of spellings.slice(0, MOST_TRIED)) {
    const close = nearest(spelling, known);
    if (close !== null && distance(spelling, close.toLowerCase()) <= (spelling.length < 8 ? 1 : 2))
      return close;
  }
  return null;
}

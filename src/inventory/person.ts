import { asSeen } from "../documents/lookalikes.ts";

/**
 * What tells one person or team from another, however it is typed: "Doe, Jane" and "Dr. Jane A. Doe (Risk)" are Jane
 * Doe, jane+review@… is jane@…, jane.doe@… is Jane Doe, and "Jane Doe <jane@…>" is both. Two of whom one such key is
 * the same are one; who is known by another name, or by an initial, cannot be told.
 */
export function knownAs(name: string | null, contact: string | null): readonly string[] {
  return [...new Set([...keysOf(name ?? ""), ...keysOf(contact ?? "")])];
}

function keysOf(written: string): readonly string[] {
  const text = alike(written);
  if (text.trim() === "") return [];
  const bare = text.replaceAll(/\([^()]*\)/g, "");
  const addresses = [...addressesIn(text), ...addressesIn(bare)];
  const named = namedBy(withoutAddresses(bare));
  const keys = [
    ...(named.length > 0 ? named : namedBy(withoutAddresses(text))),
    ...addresses.flatMap(keysOfAddress),
  ];
  return keys.length > 0 ? keys : [text.trim()];
}

/** Letters that are one in many a typeface are one here. */
function alike(text: string): string {
  return asSeen(text)
    .replaceAll(/[1l|]/g, "i")
    .replaceAll("0", "o")
    .replaceAll(/['’ʼ`]/g, "");
}

const BETWEEN = /[\s<>()[\]{},;:"]+/;

function isAddress(token: string): boolean {
  return token.indexOf("@") > 0 && !token.endsWith("@");
}

function addressesIn(text: string): readonly string[] {
  return text.split(BETWEEN).filter(isAddress);
}

function withoutAddresses(text: string): string {
  return text
    .split(BETWEEN)
    .filter((token) => !isAddress(token) && token !== "maiito")
    .join(" ");
}

function keysOfAddress(address: string): readonly string[] {
  const [before = "", after = ""] = address.split("@", 2);
  const [mailbox = ""] = before.split("+", 1);
  const key = `${mailbox}@${after.replace(/(?<!\.)\.+$/, "")}`;
  // One word, such as "risk", is no one's name.
  return /[._-]/.test(mailbox) ? [key, ...namedBy(mailbox)] : [key];
}

/** "Dr", and the like, in letters that look alike. */
const TITLES = new Set(["dr", "prof", "professor", "mr", "mrs", "ms", "mx", "phd"]);

/** As in "Jane A. Doe" and "Doe, Jane A."; the last word of "Team A" is none. */
const INITIAL = /(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.|(?=\s+\p{L}{2}))/gu;

/** The words without what is between them, as they stand and in one order. */
function namedBy(text: string): readonly string[] {
  const telling = wordsIn(text.replaceAll(INITIAL, " ")).filter((word) => !TITLES.has(word));
  // One word that is left would make one of all who share it.
  const words = telling.length > 1 ? telling : wordsIn(text);
  return words.length > 0 ? [words.join(""), [...words].sort().join("")] : [];
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
}

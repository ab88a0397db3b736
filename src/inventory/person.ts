/**
 * What tells one person or team from another, however it is typed: "Doe, Jane" is Jane Doe, jane+review@… is jane@…,
 * and "Jane Doe <jane@…>" is both. Two of whom one such key is the same are one.
 */
export function knownAs(name: string | null, contact: string | null): readonly string[] {
  const named = plain(name);
  const keys = [named, plain(contact)].flatMap((text) =>
    text === "" ? [] : (addressIn(text) ?? words(text)),
  );
  const before = named.slice(0, Math.max(0, named.indexOf("<")));
  return before.trim() === "" || before.includes("@") ? keys : [...keys, words(before)];
}

function plain(text: string | null): string {
  return (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, "");
}

function addressIn(text: string): string | null {
  const [before = "", after = ""] = text.split("@", 2);
  const [mailbox = ""] = (before.split(/[\s<>:]/).at(-1) ?? "").split("+", 1);
  const [domain = ""] = after.split(/[\s<>]/, 1);
  return mailbox === "" || domain === "" ? null : `${mailbox}@${domain}`;
}

function words(text: string): string {
  const found = text.split(/[\s,.;]+/).filter(Boolean);
  return found.length > 0 ? found.sort().join(" ") : text;
}

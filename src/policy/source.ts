import { createHash } from "node:crypto";
import { readText } from "../documents/file.ts";
import type { Problem } from "../documents/problem.ts";
import type { AnyRule } from "../rules/rule.ts";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import { customRulesOf } from "./custom-rules.ts";
import { type Extended, extendedIn, shippedExtends } from "./extended.ts";
import { readPolicy } from "./read.ts";
import type { Shipped, ShippedPolicy } from "./shipped.ts";

/** Where policies are looked for: a bundled one by its name, any other by its path in the tree. */
export interface PolicyShelf {
  readonly tree: Tree;
  readonly shipped: Shipped;
  readonly rules: readonly AnyRule[];
  readonly caps: Caps;
}

/** A file as it was found: its own settings, unmerged. */
export interface FoundPolicy extends ShippedPolicy {
  readonly path: string;
  readonly bundled: boolean;
  /** As it was read; null for one that ships with the tool. */
  readonly text: string | null;
  readonly customRules: readonly AnyRule[];
}

type FileReading = FoundPolicy | { readonly problems: readonly Problem[] };

/** A policy that is there: what it extends, and the rest of it once that has been read. */
export interface Source {
  readonly extended: readonly Extended[];
  read(before: readonly FoundPolicy[]): Promise<FileReading>;
}

export async function sourceOf(
  name: string,
  shelf: PolicyShelf,
): Promise<Source | { readonly problem: Problem }> {
  const ours = shelf.shipped.get(name);
  if (ours) return { extended: shippedExtends(ours, name), read: () => shippedFile(ours, name) };
  const read = await readText(shelf.tree, name, shelf.caps);
  if ("problem" in read) return read;
  const { text } = read;
  return {
    extended: extendedIn(text, name, shelf.caps),
    read: (before) => readFile(name, text, shelf, before),
  };
}

async function shippedFile(ours: ShippedPolicy, name: string): Promise<FoundPolicy> {
  const path = `policies/${name}.yaml`;
  return { ...ours, path, bundled: true, text: null, customRules: await customRulesOf(ours.written) };
}

async function readFile(
  path: string,
  text: string,
  { rules, caps }: PolicyShelf,
  before: readonly FoundPolicy[],
): Promise<FileReading> {
  const known = [...rules, ...before.flatMap(({ customRules }) => customRules)];
  const domains = before.flatMap(({ written }) => Object.keys(written.tiering?.domains ?? {}));
  const reading = await readPolicy(text, path, known, caps, domains);
  if (reading.kind === "wrong") return reading;
  const { written, leaves, customRules } = reading;
  return { written, leaves, customRules, sha256: digest(text), path, bundled: false, text };
}

/** SHA-256 of a text, in hexadecimal. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from "yaml";
import { duplicateKey, tooDeep, tooManyValues } from "./limits.ts";
import type { Place } from "./place.ts";
import { pointerTo } from "./pointer.ts";
import type { Problem } from "./problem.ts";
import type { Entry, Scalar, Value } from "./value.ts";
import type { YamlSource } from "./yaml-source.ts";

const MOST_PROBLEMS = 50;
const STANDARD_TAG = /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq))$/;

/** A value with what is in it, counted: an alias adds it all again wherever it is used. */
interface Read {
  readonly value: Value;
  /** Values, itself among them. */
  readonly size: number;
  /** Characters of its keys and scalars. */
  readonly length: number;
  /** Levels of maps and lists. */
  readonly depth: number;
}

/** Ends the reading of a document that is refused as a whole. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.says);
    this.problem = problem;
  }
}

/** Turns one document's nodes into values. An alias is the very value that its anchor names; nothing is copied. */
export class YamlValues {
  readonly problems: Problem[] = [];
  readonly #source: YamlSource;
  readonly #anchors = new Map<string, Read | "open">();
  #size = 0;
  /** Characters that aliases add. Messages repeat what a card says, so that one long text named often would fill the memory. */
  #repeated = 0;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  /** Null when the document is refused as a whole; the last problem then says why. */
  read(root: ParsedNode): Value | null {
    return this.#whole(() => this.#node(root, "", 1).value);
  }

  /** Several documents as the list of them. An anchor is known in its own document only. */
  readAll(roots: readonly ParsedNode[]): Value | null {
    return this.#whole(() => {
      const items = roots.map((root, index) => {
        this.#anchors.clear();
        return this.#node(root, pointerTo("", index), 2).value;
      });
      return { kind: "list", items, at: this.#source.at(0) };
    });
  }

  #whole(read: () => Value): Value | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problems.push(error.problem);
      return null;
    }
  }

  #node(node: ParsedNode, pointer: string, level: number): Read {
    const at = this.#source.at(node.range[0], pointer);
    if (isAlias(node)) return this.#alias(node, at, level);
    if (!isScalar(node) && level > this.#source.caps.documentDepth) throw new Refused(tooDeep(at));
    this.#grow(1);
    if (node.anchor) this.#anchors.set(node.anchor, "open");
    const read = this.#tagged(node, at, level);
    if (node.anchor) this.#anchors.set(node.anchor, read);
    return read;
  }

  #tagged(node: Exclude<ParsedNode, Alias.Parsed>, at: Place, level: number): Read {
    const { tag } = node;
    if (tag === undefined || STANDARD_TAG.test(tag)) return this.#content(node, at, level);
    if (this.#source.dialect.tags === "refused") {
      this.#report(unknownTag(tag, at));
      return this.#content(node, at, level);
    }
    const inside = { ...at, pointer: pointerTo(at.pointer, tag) };
    const read = this.#content(node, inside, level + 1);
    const entries = new Map([[tag, { key: tag, keyAt: at, value: read.value }]]);
    return around({ kind: "map", entries, at }, [{ ...read, length: read.length + tag.length }]);
  }

  #content(node: Exclude<ParsedNode, Alias.Parsed>, at: Place, level: number): Read {
    if (isScalar(node)) return scalarRead(scalarOf(node.value, node.source, at));
    if (isMap(node)) return this.#map(node, at, level);
    if (!isSeq(node)) throw new TypeError("a YAML node is a scalar, a map, a list or an alias");
    const items = node.items.map((item, index) => this.#node(item, pointerTo(at.pointer, index), level + 1));
    return around({ kind: "list", items: items.map(({ value }) => value), at }, items);
  }

  #map(node: YAMLMap.Parsed, at: Place, level: number): Read {
    const entries = new Map<string, Entry>();
    const reads: Read[] = [];
    const merged: Read[] = [];
    for (const pair of node.items) {
      const key = this.#key(pair.key, at.pointer);
      if (key === null) continue;
      const keyAt = this.#source.at(pair.key.range[0], pointerTo(at.pointer, key));
      const read = pair.value ? this.#node(pair.value, keyAt.pointer, level + 1) : nothing(keyAt);
      const first = entries.get(key);
      if (key === "<<") {
        if (this.#source.dialect.merges === "followed") merged.push(read);
        else this.#report(mergeKey(keyAt));
      } else if (first) this.#report(duplicateKey(key, first.keyAt, keyAt));
      else {
        entries.set(key, { key, keyAt, value: read.value });
        reads.push({ ...read, length: read.length + key.length });
      }
    }
    for (const { value } of merged) merge(entries, value);
    return around({ kind: "map", entries, at }, [...reads, ...merged]);
  }

  #key(node: ParsedNode, pointer: string): string | null {
    const at = this.#source.at(node.range[0], pointer);
    const read = isScalar(node) || isAlias(node) ? this.#node(node, pointer, 1).value : null;
    if (read?.kind === "scalar") return read.raw;
    this.#report(keyIsNoText(at));
    return null;
  }

  #alias(node: Alias.Parsed, at: Place, level: number): Read {
    const read = this.#anchors.get(node.source);
    if (read === undefined) throw new Refused(unknownAnchor(node.source, at));
    if (read === "open")
      throw new Refused(aliasBomb(`\`*${node.source}\` refers to a value that contains it`, at));
    this.#grow(read.size, at);
    this.#repeat(read.length, at);
    if (level + read.depth > this.#source.caps.documentDepth + 1) throw new Refused(tooDeep(at));
    return read;
  }

  #grow(by: number, alias: Place | null = null): void {
    const { caps } = this.#source;
    this.#size += by;
    if (this.#size <= caps.documentValues) return;
    const says = `aliases make this document larger than ${caps.documentValues} values`;
    throw new Refused(alias ? aliasBomb(says, alias) : tooManyValues(this.#source.at(0), caps));
  }

  #repeat(length: number, alias: Place): void {
    const { caps } = this.#source;
    this.#repeated += length;
    if (this.#repeated <= caps.documentBytes) return;
    throw new Refused(aliasBomb(`aliases repeat more than ${caps.documentBytes} characters of text`, alias));
  }

  #report(problem: Problem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }
}

function scalarOf(value: unknown, source: string, at: Place): Scalar {
  const known = typeof value === "number" || typeof value === "boolean" || value === null;
  return { kind: "scalar", value: known ? value : source, raw: source, at };
}

function scalarRead(value: Scalar): Read {
  return { value, size: 1, length: value.raw.length, depth: 0 };
}

function nothing(at: Place): Read {
  return scalarRead({ kind: "scalar", value: null, raw: "", at });
}

function around(value: Value, parts: readonly Read[]): Read {
  let size = 1;
  let length = 0;
  let depth = 1;
  for (const part of parts) {
    size += part.size;
    length += part.length;
    depth = Math.max(depth, part.depth + 1);
  }
  return { value, size, length, depth };
}

/** What a map or a list of maps behind `<<` adds; a key that is there stays as it is. */
function merge(entries: Map<string, Entry>, from: Value): void {
  for (const map of from.kind === "list" ? from.items : [from]) {
    if (map.kind !== "map") continue;
    for (const entry of map.entries.values()) if (!entries.has(entry.key)) entries.set(entry.key, entry);
  }
}

function unknownTag(tag: string, at: Place): Problem {
  const says = `the tag \`${tag.slice(0, 80)}\` is not known, and is not followed`;
  return { code: "unknown-tag", about: at.pointer, at, says, fix: "remove the tag" };
}

function mergeKey(at: Place): Problem {
  const says = "the merge key `<<` is not followed";
  return { code: "merge-key", about: at.pointer, at, says, fix: "write the merged keys out here" };
}

function keyIsNoText(at: Place): Problem {
  const says = "a key is a map or a list, and has to be text";
  return { code: "invalid-yaml", about: `key in ${at.pointer}`, at, says, fix: "put the key in quotes" };
}

function unknownAnchor(name: string, at: Place): Problem {
  const says = `not valid YAML: \`*${name.slice(0, 80)}\` refers to an anchor that is not above it`;
  const fix = "put text that starts with `*` in quotes, or define the anchor first";
  return { code: "invalid-yaml", about: "bad-alias", at, says, fix };
}

function aliasBomb(says: string, at: Place): Problem {
  return {
    code: "alias-bomb",
    about: "aliases",
    at,
    says,
    fix: "write the values out instead of using aliases",
  };
}

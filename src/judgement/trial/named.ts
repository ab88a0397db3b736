import { nearest } from "../../documents/nearest.ts";
import type { Problem } from "../../documents/problem.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import { overlaid, without } from "./overlay.ts";

/** Of a card that stands in a file of its own. */
export type OpenPath = (written: Scalar) => Promise<Value | Problem>;

/** Further than this nobody can follow what starts from what. */
const LONGEST_CHAIN = 50;

/** Values that others start from, by name: `extends: NAME` lays what is written over them. */
export class Named {
  readonly #known = new Map<string, Promise<Mapping | Problem>>();
  readonly #written: Mapping | null;
  /** Their key in the file. */
  readonly #home: string;
  readonly #open: OpenPath;

  constructor(home: string, written: Mapping | null, open: OpenPath) {
    this.#home = home;
    this.#written = written;
    this.#open = open;
  }

  /** A value with all that it extends. */
  async whole(value: Value, chain: readonly string[] = []): Promise<Mapping | Problem> {
    if (value.kind === "scalar") {
      const opened = await this.#open(value);
      return "code" in opened || opened.kind === "map" ? opened : noMap(opened, this.#home);
    }
    if (value.kind === "list") return noMap(value, this.#home);
    const name = value.entries.get("extends")?.value;
    if (name === undefined) return value;
    if (name.kind !== "scalar") return noMap(name, this.#home);
    const base = await this.#named(name, chain);
    if ("code" in base) return base;
    const whole = overlaid(base, without(value, "extends"));
    return whole.kind === "map" ? whole : noMap(whole, this.#home);
  }

  async #named(written: Scalar, chain: readonly string[]): Promise<Mapping | Problem> {
    const name = textOf(written);
    if (chain.includes(name)) return circle([...chain, name], written);
    if (chain.length === LONGEST_CHAIN) return tooLong(written);
    const entry = this.#written?.entries.get(name);
    if (!entry) return this.#unknown(name, written);
    // What is being read waits for no one: a circle has been told apart above.
    const known = this.#known.get(name) ?? this.whole(entry.value, [...chain, name]);
    this.#known.set(name, known);
    return known;
  }

  #unknown(name: string, { at }: Scalar): Problem {
    const close = nearest(name, this.#written?.entries.keys() ?? []);
    const says = `\`${this.#home}\` has no "${name.slice(0, 80)}"`;
    const fix = close === null ? `add it to \`${this.#home}\`` : `write \`${close}\``;
    return { code: "unknown-name", about: name, at, says, fix };
  }
}

function noMap({ at }: Value, home: string): Problem {
  const fix = "write it as `key: value` lines";
  return {
    code: "wrong-type",
    about: at.pointer,
    at,
    says: `what stands here for \`${home}\` is no map`,
    fix,
  };
}

function circle(chain: readonly string[], { at }: Scalar): Problem {
  const says = `it extends itself: ${chain.join(" → ")}`;
  return { code: "circle", about: chain.at(-1) ?? "", at, says, fix: "leave this `extends` out" };
}

function tooLong({ at }: Scalar): Problem {
  const says = `it extends more than ${LONGEST_CHAIN} others in a row`;
  return {
    code: "too-long-chain",
    about: at.pointer,
    at,
    says,
    fix: "start from a card that says more itself",
  };
}

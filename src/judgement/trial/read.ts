import testSchema from "../../../schemas/policy-test.schema.json" with { type: "json" };
import { readText } from "../../documents/file.ts";
import { parseJson } from "../../documents/json.ts";
import { plain } from "../../documents/plain.ts";
import type { Problem } from "../../documents/problem.ts";
import { validator } from "../../documents/schema.ts";
import { textOf } from "../../documents/text-of.ts";
import type { Mapping, Value } from "../../documents/value.ts";
import { parseYaml } from "../../documents/yaml.ts";
import type { Card } from "../../inventory/card.ts";
import { nativeCard } from "../../inventory/native.ts";
import { mapAt, mapsAt, textAt, wordAt } from "../../inventory/record/fields.ts";
import { resolveIn } from "../../inventory/resolve.ts";
import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { Tree } from "../../workspace/tree.ts";
import { Named, type OpenPath } from "./named.ts";
import { asDocument } from "./overlay.ts";
import type { StatedFacts } from "./stated-facts.ts";
import type { Expectation, Trial, TrialFile } from "./trial.ts";
import { eachOnce, noCard, tooLarge, tooMany, unknownRules } from "./trial-problems.ts";
import { MOST_TRIALS, MOST_VALUES, sizeOf, type Variation, variationsOf } from "./variations.ts";

export type TrialReading =
  | { readonly kind: "trials"; readonly file: TrialFile }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/** Reads a file of policy tests: its shape against the schema, then each test with the cards and facts that it starts from. */
export async function readTrials(tree: Tree, path: string, caps: Caps): Promise<TrialReading> {
  const read = await readText(tree, path, caps);
  if ("problem" in read) return { kind: "wrong", problems: [read.problem] };
  const { root, problems } = parseYaml(read.text, path, caps);
  if (root === null || problems.length > 0) return { kind: "wrong", problems };
  const shape = (await validator(testSchema))(root);
  if (shape.length > 0 || root.kind !== "map") return { kind: "wrong", problems: shape };
  return new Reader(tree, path, root, caps).read();
}

class Reader {
  readonly #root: Mapping;
  readonly #caps: Caps;
  readonly #path: string;
  readonly #cards: Named;
  readonly #facts: Named;
  readonly #problems: Problem[] = [];
  #left = MOST_VALUES;
  readonly #read = new Map<Value, Card>();
  readonly #whole = new Map<Value, Mapping>();

  constructor(tree: Tree, path: string, root: Mapping, caps: Caps) {
    this.#root = root;
    this.#caps = caps;
    this.#path = path;
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    this.#cards = new Named("cards", mapAt(root, "cards"), openCard(tree, folder, caps));
    this.#facts = new Named("facts", mapAt(root, "facts"), async ({ at }) => {
      const says = "facts are a map, not a path";
      return { code: "wrong-type", about: at.pointer, at, says, fix: "write `{ extends: NAME }`" };
    });
  }

  async read(): Promise<TrialReading> {
    const variations: Variation[] = [];
    for (const test of mapsAt(this.#root, "tests")) {
      const found = variationsOf(test);
      if ("code" in found) this.#problems.push(found);
      else variations.push(...found);
    }
    if (variations.length > MOST_TRIALS) this.#problems.push(tooMany(this.#root));
    const trials: Trial[] = [];
    for (const variation of this.#problems.length > 0 ? [] : variations) {
      const trial = this.#left < 0 ? null : await this.#trial(variation);
      if (trial) trials.push(trial);
    }
    if (this.#problems.length > 0) return { kind: "wrong", problems: eachOnce(this.#problems) };
    const named = textAt(this.#root, "policy");
    const policy = named && { name: named.value, at: named.at };
    const unknown: TrialFile["unknownRules"] = (rules) => unknownRules(this.#root, rules);
    return { kind: "trials", file: { path: this.#path, policy, trials, unknownRules: unknown } };
  }

  async #trial({ test, label }: Variation): Promise<Trial | null> {
    const facts = await this.#wholeOf(this.#facts, test.entries.get("facts")?.value);
    const card = await this.#card(test.entries.get("card")?.value);
    const before = await this.#card(facts?.entries.get("before")?.value);
    if (!card) {
      if (this.#problems.length === 0) this.#problems.push(noCard(test));
      return null;
    }
    return {
      name: textAt(test, "name")?.value ?? "",
      label,
      at: test.at,
      card,
      before,
      facts: facts ? (plain(facts) as unknown as StatedFacts) : {},
      written: facts,
      tier: wordAt(test, "tier", TIERS)?.value ?? null,
      stage: wordAt(test, "stage", LIFECYCLES)?.value ?? null,
      asOf: (textAt(test, "as_of") ?? textAt(this.#root, "as_of"))?.value ?? "",
      expect: plain(test.entries.get("expect")?.value ?? this.#root) as unknown as Expectation,
    };
  }

  /** Tests that differ in their stage alone share a card, and all that is made of it. */
  async #card(value: Value | undefined): Promise<Card | null> {
    if (value === undefined) return null;
    const known = this.#read.get(value);
    if (known) return known;
    const card = await this.#cardFrom(value);
    if (card) this.#read.set(value, card);
    return card;
  }

  async #cardFrom(value: Value): Promise<Card | null> {
    const whole = await this.#wholeOf(this.#cards, value);
    if (whole === null) return null;
    this.#left -= sizeOf(whole);
    if (this.#left < 0) {
      this.#problems.push(tooLarge(this.#root));
      return null;
    }
    const card = await nativeCard({ path: whole.at.path, root: asDocument(whole), problems: [] }, this.#caps);
    // The files that it names are stated, not read, so that they stand in no folder.
    return { ...card, folder: "" };
  }

  async #wholeOf(named: Named, value: Value | undefined): Promise<Mapping | null> {
    if (value === undefined || (value.kind === "scalar" && value.value === null)) return null;
    const known = this.#whole.get(value);
    if (known) return known;
    const whole = await named.whole(value);
    if ("code" in whole) {
      this.#problems.push(whole);
      return null;
    }
    this.#whole.set(value, whole);
    return whole;
  }
}

function openCard(tree: Tree, folder: string, caps: Caps): OpenPath {
  return async (written) => {
    const path = resolveIn(folder, textOf(written));
    const read = await readText(tree, path, caps);
    if ("problem" in read) return { ...read.problem, at: written.at };
    const parse = path.toLowerCase().endsWith(".json") ? parseJson : parseYaml;
    const { root, problems } = parse(read.text, path, caps);
    const says = "the card cannot be read";
    return (
      root ??
      problems[0] ?? { code: "unreadable", about: path, at: written.at, says, fix: "correct the path" }
    );
  };
}

import { list, mapping } from "../../documents/build.ts";
import type { MarkdownDocument } from "../../documents/markdown.ts";
import type { Place } from "../../documents/place.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping, Scalar, Value } from "../../documents/value.ts";
import type { Caps } from "../../workspace/caps.ts";
import { claimEntry } from "./claim-entry.ts";
import { type Source, sectionClaims } from "./claims/collect.ts";
import { sentencesOf } from "./claims/sentences.ts";
import { SplitsOfData } from "./data-rows.ts";
import { factValue, thresholdIn } from "./fact-values.ts";
import { type Fact, factsOf } from "./facts.ts";
import { flatten } from "./flat.ts";
import { headingTargets, type Target } from "./headings.ts";
import { modelName } from "./model-name.ts";
import type { NativeValues } from "./native.ts";
import { outline, type Section } from "./outline.ts";
import { ownerOf, ownersFrom } from "./owners.ts";
import { joined, pointsOf } from "./points.ts";
import { proseOf } from "./prose.ts";
import { withoutRepeats } from "./repeats.ts";
import { sectionKind } from "./section-kind.ts";
import { selfOf } from "./self.ts";
import { taskIn } from "./task-words.ts";
import { tokenize } from "./tokens.ts";

/** What the prose of a card says: values by heading and by key, the sizes of its splits, and its claims. */
export function readBody(
  document: MarkdownDocument,
  text: string,
  caps: Caps,
  into: NativeValues,
): readonly Problem[] {
  const source: Source = { text, place: (offset) => document.place(offset) };
  const sections = outline(document.root, text, source.place);
  const first = titleSection(sections);
  const facts = sections.flatMap((section) => [...factsOf(section, section === first, source)]);
  readSections(sections, first, source, into);
  readFacts(facts, into);
  if (first?.title) into.set("model.name", modelName(first.title));
  readData(sections, source, into);
  readThreshold(sections, source, into);
  if (first?.title && taskIn(first.title.tokens))
    into.set("model.task", factValue(asFact("model.task", first.title)));
  return readClaims(sections, first, facts, source, caps, into);
}

/** The heading that names the card: the first, when it is of the first level or says that it is a model card. */
function titleSection(sections: readonly Section[]): Section | null {
  const first = sections.find(({ title }) => title !== null);
  const names = first?.level === 1 || /model\s+card/i.test(first?.title?.text ?? "");
  return first && names ? first : null;
}

function asFact(path: string, value: Fact["value"]): Fact {
  return { path, key: value, value };
}

/** The text under each known heading; sub-headings that are known themselves speak for themselves. */
function readSections(
  sections: readonly Section[],
  first: Section | null,
  source: Source,
  into: NativeValues,
): void {
  const points = new Map<string, { list: boolean; items: Scalar[] }>();
  const owning = new Map<Section, readonly Target[]>();
  for (const section of sections) {
    const own = section.title && section !== first ? headingTargets(section.title.tokens) : [];
    const above = section.parent ? owning.get(section.parent) : undefined;
    const targets = own.length > 0 ? own : (above ?? []);
    if (targets.length === 0) continue;
    owning.set(section, targets);
    const said = pointsOf(section.nodes, source);
    for (const target of targets) {
      const known = points.get(target.path) ?? { list: target.list, items: [] };
      points.set(target.path, known);
      for (const point of said) known.items.push(point);
    }
  }
  for (const [path, { list: isList, items }] of points) {
    if (path === "model.owners" || path === CONTACTS) continue;
    into.set(path, sectionValue(path, isList, items));
  }
  const owners = ownersFrom(points.get("model.owners")?.items ?? [], false);
  into.add("model.owners", [...owners, ...ownersFrom(points.get(CONTACTS)?.items ?? [], true)]);
}

const CONTACTS = "contact:";

function sectionValue(path: string, isList: boolean, items: readonly Scalar[]): Value | null {
  const [first] = items;
  if (!first) return null;
  if (path === "monitoring.metrics")
    return list(
      items.map((item) => mapping([["name", item]], item.at)),
      first.at,
    );
  if (path === "model.version" || path === "model.name")
    return String(first.value).length > 100 ? null : first;
  return isList ? list(items, first.at) : joined(items);
}

function readFacts(facts: readonly Fact[], into: NativeValues): void {
  const owners: Mapping[] = [];
  for (const fact of facts) {
    const isOwner = fact.path.startsWith("owner:") || fact.path.startsWith("contact:");
    const owner = isOwner ? ownerOf(fact) : null;
    if (owner) owners.push(owner);
    if (!isOwner && fact.path !== "kind:") into.set(fact.path, factValue(fact));
  }
  into.add("model.owners", owners);
}

function readData(sections: readonly Section[], source: Source, into: NativeValues): void {
  const splits = new SplitsOfData();
  for (const section of sections) splits.read(section, source);
  into.add("data", splits.entries());
}

/** Said in a sentence anywhere: one threshold only, or none. */
function readThreshold(sections: readonly Section[], source: Source, into: NativeValues): void {
  const found: Scalar[] = [];
  for (const node of sections.flatMap(({ nodes }) => nodes)) {
    if (node.type !== "paragraph") continue;
    for (const sentence of sentencesOf(proseOf(flatten(node.children, source.text), source.place))) {
      const threshold = thresholdIn(sentence);
      if (threshold) found.push(threshold);
    }
  }
  if (new Set(found.map(({ value }) => value)).size === 1) into.set("prediction.threshold", found[0]);
}

function readClaims(
  sections: readonly Section[],
  first: Section | null,
  facts: readonly Fact[],
  source: Source,
  caps: Caps,
  into: NativeValues,
): readonly Problem[] {
  const named = facts.filter(({ path }) => NAMING.has(path)).map(({ value }) => value.tokens);
  const name = into.get("model.name");
  const self = selfOf([
    first?.title?.tokens ?? [],
    tokenize(name?.kind === "scalar" ? name.raw : ""),
    ...named,
  ]);
  const claims: Mapping[] = [];
  for (const section of sections) {
    for (const claim of sectionClaims(section, sectionKind(section, self, first), self, source)) {
      if (claims.length >= caps.claims) return finish(claims, into, [tooMany(caps, claim.value.at)]);
      if (claim.average?.kind !== "scalar" || claim.average.value !== "samples")
        claims.push(claimEntry(claim));
    }
  }
  return finish(claims, into, []);
}

/** Facts whose words are names of the model itself. */
const NAMING: ReadonlySet<string> = new Set(["model.name", "model.task", "model.base_models", "kind:"]);

function finish(
  claims: readonly Mapping[],
  into: NativeValues,
  problems: readonly Problem[],
): readonly Problem[] {
  const known = into.get("metrics");
  into.add("metrics", withoutRepeats(claims, known?.kind === "list" ? known.items : []));
  return problems;
}

function tooMany(caps: Caps, at: Place): Problem {
  const says = `the card reports more than ${caps.claims} numbers; those from here on are not read`;
  return { code: "over-cap", about: "claims", at, says, fix: "move tables of results into evidence files" };
}

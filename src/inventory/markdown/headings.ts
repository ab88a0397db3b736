import { type Token, tokenize } from "./tokens.ts";

/** Where in a native card the text under a heading belongs. `list` paths take one item per point. */
export interface Target {
  readonly path: string;
  readonly list: boolean;
}

const TEXTS: Readonly<Record<string, string>> = {
  "use.intended":
    "intended use|intended uses|primary intended uses|primary intended use|primary use|primary uses|primary use cases|primary use case|direct use|uses|use case|use cases|usage intent|purpose|model purpose|intended purpose|intended usage|in scope uses|in scope use|in scope|recommended use|how the model should be used|uso previsto|intended application|applications|business purpose|business context",
  "use.users":
    "intended users|primary intended users|users|target users|intended audience|audience|target audience",
  "use.fallback": "fallback|fallback plan|fall back|fallback behaviour|fallback behavior|fallback procedure",
  "use.human_oversight": "human oversight|human in the loop|human review|oversight|human oversight measures",
  "explainability.method":
    "explainability|interpretability|explanations|model explainability|explainability and interpretability",
  "security.threat_model": "threat model|security threat model",
  "model.license": "license|licence|licensing|licensing information|license information",
  "model.version": "version|model version|current version",
  "model.name": "model name|name",
};

const LISTS: Readonly<Record<string, string>> = {
  "use.out_of_scope":
    "out of scope|out of scope use|out of scope uses|out of scope use cases|out of scope applications|not intended for|not intended use|misuse|misuse and out of scope use|prohibited uses|prohibited use|unintended uses|unintended use|inappropriate uses|non intended uses|when the model should not be used|when not to use|do not use for|unsupported uses|out of scope prohibited uses|fuera de alcance",
  limitations:
    "limitations|limitation|known limitations|model limitations|technical limitations|caveats|caveats and recommendations|caveats recommendations|limitations and bias|limitations and biases|limitations and risks|risks and limitations|risks|bias risks and limitations|bias risks limitations|known issues|failure modes|known failure modes|weaknesses|important limitations|additional limitations|limitations and caveats|limitations and recommendations|tradeoffs|trade offs|assumptions and limitations|constraints",
  ethical_considerations:
    "ethical considerations|ethics|ethical consideration|ethical and safety notes|ethical and privacy notes|ethical concerns|ethical considerations and bias|ethical considerations and biases|bias|biases|fairness|fairness considerations|bias and fairness|fairness and bias|fairness and ethics|ethics and fairness|privacy and ethical considerations|responsible use|responsible ai|societal impact|potential harms|harms|fairness and ethical considerations|ethical implications|ethical review",
};

const MONITORING =
  "monitoring|monitoring plan|monitoring and maintenance|model monitoring|monitoring requirements|monitoring and retraining|monitoring and governance|production monitoring|drift monitoring|maintenance and monitoring|post deployment monitoring|maintenance";
const RETRAINING =
  "retraining|retraining criteria|retraining triggers|retraining policy|retraining plan|retraining schedule|when to retrain";
const OWNERS =
  "owner|owners|model owner|model owners|author|authors|developer|developers|model developer|model developers|developed by|maintainer|maintainers|team|project owner|model card authors";

const CONTACTS =
  "contact|contacts|contact information|contact us|model card contact|point of contact|contact details|questions|contact and issues|support";

const TARGETS: ReadonlyMap<string, Target> = new Map([
  ...targets(TEXTS, false),
  ...targets(LISTS, true),
  ...targets(
    {
      "monitoring.metrics": MONITORING,
      "monitoring.retraining_triggers": RETRAINING,
      "model.owners": OWNERS,
      "contact:": CONTACTS,
    },
    true,
  ),
]);

function targets(table: Readonly<Record<string, string>>, list: boolean): [string, Target][] {
  return Object.entries(table).flatMap(([path, names]) =>
    names.split("|").map((name): [string, Target] => [name, { path, list }]),
  );
}

/** Only known headings may be typed without any markup. */
const STANDARD = new Set(
  "model details|intended use|factors|metrics|training data|evaluation data|training and evaluation data|quantitative analyses|performance|evaluation|results|data".split(
    "|",
  ),
);

export function isKnownHeading(text: string): boolean {
  const [name] = names(tokenize(text));
  return name !== undefined && (STANDARD.has(name) || TARGETS.has(name));
}

/**
 * The native paths for a heading: as a whole, without its bracket, or by the first of its parts that is known. Of a
 * heading such as "Intended uses & limitations" the text below fills every field that a part names.
 */
export function headingTargets(tokens: readonly Token[]): readonly Target[] {
  const known = names(tokens).flatMap((name) => TARGETS.get(name) ?? []);
  const [first] = known;
  if (!first || !isText(first)) return first ? [first] : [];
  return [...new Map(known.filter(isText).map((target) => [target.path, target])).values()];
}

/** Words that a reader may find in either section; a version or a name is one value. */
function isText({ path }: Target): boolean {
  return path in LISTS || (path in TEXTS && !path.startsWith("model.")) || path.startsWith("monitoring.");
}

/** Spellings to look a heading up by: without numbering and pictures, then without brackets, then part by part. */
export function names(tokens: readonly Token[]): string[] {
  const numbered = tokens.findIndex(
    ({ kind, text }) => kind === "word" && !/^(\d.*|section|[ivx]+)$/.test(text),
  );
  const title = numbered < 0 ? [] : tokens.slice(numbered);
  const bracket = title.findIndex(({ text }) => text === "(" || text === "[");
  const plain = bracket > 0 ? title.slice(0, bracket) : title;
  return [spelt(title), spelt(plain), ...partsOf(plain)].filter((name) => name !== "");
}

function spelt(tokens: readonly Token[]): string {
  return tokens
    .flatMap(({ kind, text }) => (kind === "mark" ? (text === "&" ? ["and"] : []) : [text]))
    .join(" ");
}

function partsOf(tokens: readonly Token[]): string[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    const divides = token.text === "and" || (token.kind === "mark" && /[&,/:—–|+]/.test(token.text));
    if (divides) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.length > 1 ? parts.map(spelt) : [];
}

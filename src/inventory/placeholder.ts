/** Words that stand for an answer still to come, when they are all that is written. */
const STAND_INS = new RegExp(
  `^(?:${[
    "to ?do",
    "t\\.?b\\.?[dac]\\.?",
    "fix ?me",
    "x{3,}",
    "wip",
    "work in progress",
    "place ?holder",
    "n\\.? ?[/.]? ?a\\.?",
    "not (?:applicable|available|specified|provided|defined|yet (?:known|available|defined|documented))",
    "unknown",
    "unspecified",
    "undefined",
    "none yet",
    "to be (?:determined|decided|defined|done|added|completed|confirmed|announced|written|documented|filled(?: in)?)",
    "coming soon",
    "fill (?:this )?in",
    "change ?me",
    "(?:more )?information needed",
    "your text here",
    "yyyy-mm-dd",
  ].join("|")})$`,
  "i",
);

/** The same words when an explanation of what is still to be written follows. */
const STARTS_UNFINISHED = /^(?:(?:TODO|TBD|TBC|FIXME|XXX)\b|(?:to ?do|tbd|fix ?me) ?:)/;
const STARTS_UNFINISHED_ANY_CASE =
  /^(?:more information needed|lorem ipsum|to be (?:determined|written|completed|filled)\b)/i;
const ASKS =
  "add|describe|detail|enter|explain|fill in|give|insert|link|list|name|outline|provide|put|specify|state|summari[sz]e|what|who|why|write|your";
const ASKS_HERE = new RegExp(`^(?:${ASKS})\\b.{0,120}\\bhere\\b[^a-z]*$`, "i");
const WHOLE_TEMPLATE =
  /^(?:\{\{[^{}]*\}\}|\{%[^%]*%\}|\$?\{[\w .-]*\}|<[^<>@:/][^<>@:]*>|%[A-Z_]+%|__[A-Z_]+__)$/;
const BRACKETED = /^\[([^[\]]*)\]$/;
const STARTS_ASKING = new RegExp(`^(?:${ASKS}|e\\.g\\.|example|date|optional|model|todo|tbd)\\b`, "i");

/** The opening words of instructions in widely used card templates. */
const INSTRUCTIONS = [
  "provide a quick summary of what the model is",
  "provide a longer summary of what this model is",
  "provide the basic links for the model",
  "address questions around how the model is intended",
  "this section is for the model use",
  "this section addresses misuse, malicious use",
  "this section is meant to convey",
  "this section describes the evaluation protocols",
  "this section provides information about throughput",
  "this should link to a data",
  "this relates heavily to the technical",
  "these are the things the evaluation is disaggregating",
  "these are the evaluation metrics being used, ideally",
  "relevant interpretability work for the model goes",
  "total emissions (in grams of co2eq) and additional",
  "if there is a paper or blog post introducing",
  "if relevant, include terms and calculations",
  "use the code below to get started with",
  "users (both direct and downstream) should be made aware",
  "basic information about the model",
  "person or organization developing model",
  "review section 4",
  "brief description of what the model does",
  "describe the model",
];

const LONGEST_READ = 4_000;
const LONGEST_INSTRUCTION = 600;

/**
 * Whether a text only marks where an answer should be: a stand-in, an unfilled template field or a template's own
 * instruction. A real sentence that contains such words is none, and nor is "none", which answers.
 */
export function isPlaceholder(text: string): boolean {
  const bare = bareText(text);
  if (bare === "" || /^[^\p{L}\p{N}]+$/u.test(bare)) return true;
  if (bare.length > LONGEST_INSTRUCTION) return /^lorem ipsum/i.test(bare);
  if (STAND_INS.test(withoutEnd(bare)) || WHOLE_TEMPLATE.test(bare) || ASKS_HERE.test(bare)) return true;
  if (STARTS_UNFINISHED.test(bare) || STARTS_UNFINISHED_ANY_CASE.test(bare)) return true;
  const bracketed = BRACKETED.exec(bare)?.[1];
  if (bracketed !== undefined) return asksForText(bracketed);
  const lower = bare.toLowerCase();
  return INSTRUCTIONS.some((opening) => lower.startsWith(opening));
}

/** "[Model name]" asks; "[1]" and "[Smith 2019]" cite. */
function asksForText(bracketed: string): boolean {
  return !/\d/.test(bracketed) || STARTS_ASKING.test(bracketed.trim());
}

function bareText(text: string): string {
  const uncommented = text.slice(0, LONGEST_READ).replaceAll(/<!--[\s\S]*?-->/g, " ");
  return uncommented
    .replace(/^[\s*_`"'>]+/, "")
    .replace(/[\s*_`"']+$/, "")
    .replaceAll(/\s+/g, " ");
}

function withoutEnd(text: string): string {
  return text
    .replace(/^[([]+/, "")
    .replace(/[)\].!…:;,-]+$/, "")
    .trim();
}

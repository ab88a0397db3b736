import { lookup } from "../../documents/lookup.ts";
import type { Place } from "../../documents/place.ts";
import { tellsOfPeople } from "../../tiering/sensitive.ts";
import { namesOneOf, spelt } from "../../tiering/words.ts";
import type { Subject } from "../subject.ts";
import { factsOf } from "../tool-outputs.ts";

/** A factor that the card states, and what the repository shows to the contrary. */
export interface Contradiction {
  readonly about: string;
  readonly at: Place;
  readonly says: string;
  readonly fix: string;
}

/** More columns than these are named by their number alone. */
const SHOWN = 5;

export function contradictions(subject: Subject): readonly Contradiction[] {
  return [unlistedAttributes, peopleOfNoOne, generative, tools].flatMap((look) => look(subject) ?? []);
}

/** Columns of people beside a list that leaves them out. */
function unlistedAttributes({ after }: Subject): Contradiction | null {
  const { sensitive_attributes: listed, people_affected: people } = after.model.factors;
  if (listed === null) return null;
  const found = columnsOf(after)
    .filter((column) => tellsOfPeople(column, people === null || people.value > 0))
    .filter((column) => !isListed(column, listed.value));
  if (found.length === 0) return null;
  const list = [...listed.value, ...found.slice(0, SHOWN)].join(", ");
  return {
    about: "sensitive_attributes",
    at: listed.at,
    says: `\`sensitive_attributes\` leaves out ${named(found)}, which the evidence has as a column`,
    fix: `write \`sensitive_attributes: [${list}]\`, or take the columns out of the evidence`,
  };
}

function peopleOfNoOne({ after }: Subject): Contradiction | null {
  const { people_affected: people } = after.model.factors;
  if (people?.value !== 0) return null;
  const found = columnsOf(after).filter((column) => tellsOfPeople(column, false));
  if (found.length === 0) return null;
  return {
    about: "people_affected",
    at: people.at,
    says: `\`people_affected\` is 0, and the evidence has rows of people: ${named(found)}`,
    fix: "state how many people the model's use affects in a year",
  };
}

function generative({ after }: Subject): Contradiction | null {
  const { generative: stated } = after.model.factors;
  if (stated?.value !== false) return null;
  const shown = factsOf(after, "attempts")[0];
  const generates = after.model.task?.value === "generation";
  if (!generates && !shown) return null;
  const why = generates
    ? "the task is generation"
    : `${shown?.file.path ?? ""} has attempts on a generative model`;
  return {
    about: "generative",
    at: stated.at,
    says: `\`generative\` is false, and ${why}`,
    fix: "write `generative: true`, or take away what belongs to another model",
  };
}

function tools({ after }: Subject): Contradiction | null {
  const { tool_use: stated } = after.model.factors;
  const listed = lookup(after.card.root, "system.tools");
  if (stated?.value !== false || listed?.kind !== "list" || listed.items.length === 0) return null;
  return {
    about: "tool_use",
    at: stated.at,
    says: `\`tool_use\` is false, and \`system.tools\` lists ${listed.items.length}`,
    fix: "write `tool_use: true`, or take the tools out of `system.tools`",
  };
}

/** Every column of the tables that the card names, once. */
function columnsOf({ tables }: Subject["after"]): readonly string[] {
  const names = tables.flatMap(({ content }) =>
    content.kind === "read" ? content.header.columns.map(({ name }) => name) : [],
  );
  return [...new Set(names)];
}

/** `age` lists `age_band` too, and `age band` lists `age`. */
function isListed(column: string, listed: readonly string[]): boolean {
  const itself = new Set([spelt(column)]);
  return namesOneOf(column, new Set(listed.map(spelt))) || listed.some((name) => namesOneOf(name, itself));
}

function named(columns: readonly string[]): string {
  const shown = columns.slice(0, SHOWN).map((column) => `\`${column.slice(0, 60)}\``);
  const more = columns.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

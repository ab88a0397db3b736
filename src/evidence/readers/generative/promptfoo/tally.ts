import type { Json } from "../../../output/json.ts";
import type { OutputWarning } from "../../../output/output.ts";
import { AttemptGroups } from "../attempt-groups.ts";
import { groupOf } from "./group.ts";
import { UNNAMED_JUDGE } from "./judge.ts";
import { outcomeOf } from "./outcome.ts";
import type { Row } from "./row.ts";

/** Rows as they are met: their groups, and what a reader of them should know. */
export class Tally {
  readonly groups: AttemptGroups;
  private readonly config: Json;
  private firstTest: string | null = null;
  private firstTestRuns = 0;
  private readonly noted = new Map<Note, { count: number; readonly first: Json }>();

  constructor(config: Json, mostGroups: number) {
    this.config = config;
    this.groups = new AttemptGroups(mostGroups);
  }

  add(row: Row): void {
    const group = groupOf(row, this.config);
    this.groups.count(group, outcomeOf(row), () => row.itself.at);
    const test = identityOf(row, group.target);
    this.firstTest ??= test;
    if (test === this.firstTest) this.firstTestRuns++;
    const response = row.itself.get("response");
    if (response.get("cached").boolean() === true) this.note("cached", row);
    if (response.get("metadata", "http", "headers").isMap) this.note("response-headers", row);
    if (group.judge === UNNAMED_JUDGE) this.note("judge-unnamed", row);
    if (isJudgedByHand(row)) this.note("judged-by-hand", row);
  }

  /** How often the first test was put to its target, as every other was. */
  get repeat(): number {
    return Math.max(1, this.firstTestRuns);
  }

  warnings(): OutputWarning[] {
    return [...this.noted].map(([code, { count, first }]) => ({
      code,
      says: SAYS[code](count),
      at: first.at,
    }));
  }

  private note(code: Note, row: Row): void {
    const noted = this.noted.get(code);
    if (noted) noted.count++;
    else this.noted.set(code, { count: 1, first: row.itself });
  }
}

type Note = keyof typeof SAYS;

const SAYS = {
  cached: (rows: number) =>
    `${rows} answers came from promptfoo's cache, not from the model; run with --no-cache`,
  "response-headers": (rows: number) =>
    `${rows} rows keep the HTTP headers of the response, where cookies and tokens are; take them out of the file`,
  "judge-unnamed": (rows: number) =>
    `${rows} rows were judged by a model that the file does not name; name it in \`defaultTest.options.provider\``,
  "judged-by-hand": (rows: number) => `${rows} rows were judged by a person over promptfoo's own verdict`,
} as const;

function identityOf({ itself, test, metadata }: Row, target: string | null): string {
  const vars = itself.has("vars") ? itself.get("vars") : test.get("vars");
  const attack = [metadata.get("pluginId").text(), metadata.get("strategyId").text()];
  return JSON.stringify([target, itself.get("prompt").value, vars.value, attack, test.get("assert").value]);
}

/** The type of assertion that promptfoo's viewer adds when a person rates an answer. */
const HUMAN = "human";

function isJudgedByHand({ grading }: Row): boolean {
  for (const component of grading.get("componentResults").items()) {
    if (component.get("assertion", "type").text() === HUMAN) return true;
  }
  return false;
}

import type { Fact } from "../../output/fact.ts";
import type { Json } from "../../output/json.ts";
import type { OutputWarning, Shortfall, ToolOutput } from "../../output/output.ts";
import type { OutputReading } from "../../output/reader.ts";

/** Configuration has no run, no rows and no model: facts, what is missing, and what was passed over. */
export function configuration(
  tool: string,
  formatVersion: string | null,
  facts: readonly Fact[],
  incomplete: readonly Shortfall[],
  warnings: readonly OutputWarning[] = [],
): OutputReading {
  const output: ToolOutput = {
    tool,
    formatVersion,
    producedAt: null,
    subject: null,
    facts,
    incomplete,
    aggregates: [],
    warnings,
  };
  return { kind: "output", output };
}

/** Why a file is its tool's, and the tool would not load it. */
export function refused(at: Json, says: string, fix: string): OutputReading {
  return { kind: "unparsed", says, fix, line: 1, at: at.at };
}

/** That a file asks for no alert at all; nothing when it asks for one. */
export function withoutAlerts(facts: readonly Fact[], at: Json, says: string, fix: string): Shortfall[] {
  const some = facts.some(({ kind }) => kind === "alert");
  return some ? [] : [{ code: "nothing-asserted", says, fix, at: at.at }];
}

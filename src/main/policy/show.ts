import { LIFECYCLES, TIERS } from "../../inventory/vocabulary.ts";
import { serialise } from "../../report/escape/json.ts";
import { shownPolicy } from "../../report/policy/shown.ts";
import { shownPolicyText } from "../../report/policy/text.ts";
import { RULES } from "../../rules/catalogue.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { oneOf } from "../one-of.ts";
import { print, terminal } from "../terminal.ts";
import { policyFor } from "./source.ts";

export interface ShowOptions {
  readonly tier: string;
  readonly stage?: string;
  readonly format?: string;
}

/** Prints what a policy asks of models of a tier at a stage, each value with its line. */
export async function show(named: string | undefined, options: ShowOptions): Promise<ExitCode> {
  const tier = oneOf("tier", options.tier, TIERS);
  const stage = oneOf("stage", options.stage ?? "production", LIFECYCLES);
  const format = oneOf("format", options.format ?? "text", ["text", "json"] as const);
  const policy = await policyFor(named);
  const shown = shownPolicy(policy, tier, stage, [...RULES, ...policy.customRules]);
  await print(format === "json" ? serialise(shown) : shownPolicyText(shown, terminal()));
  return EXIT.fine;
}

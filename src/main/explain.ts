import { existsSync } from "node:fs";
import { nearest } from "../documents/nearest.ts";
import { discoverCards } from "../inventory/discover.ts";
import { modelFrom } from "../inventory/record.ts";
import { readGovernance } from "../policy/governance.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { serialise } from "../report/escape/json.ts";
import { explainedRule } from "../report/explain/rule.ts";
import { explainedRuleText } from "../report/explain/rule-text.ts";
import { explainedTiers } from "../report/explain/tier.ts";
import { explainedTiersText } from "../report/explain/tier-text.ts";
import { RULES } from "../rules/catalogue.ts";
import { capsFrom } from "../workspace/cap-settings.ts";
import { CAPS } from "../workspace/caps.ts";
import { excluding } from "../workspace/exclude.ts";
import { existing } from "./existing.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { type Ground, openGround } from "./ground.ts";
import { oneOf } from "./one-of.ts";
import { shippedControls } from "./shipped-controls.ts";
import { shippedPolicies } from "./shipped-policies.ts";
import { print, terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface ExplainOptions {
  readonly format?: string;
}

/** Prints a rule's page, or how the tier of a model came about, under the policy of this repository. It judges nothing. */
export async function explain(named: string, options: ExplainOptions): Promise<ExitCode> {
  const format = oneOf("format", options.format ?? "text", ["text", "json"] as const);
  const isPath = !RULES.some(({ id }) => id === named) && existsSync(named);
  const ground = await openGround([isPath ? named : "."], async () => ({ base: null, head: null }));
  try {
    const { policy, configuration } = await governing(ground);
    const rule = [...RULES, ...policy.customRules].find(({ id }) => id === named);
    if (rule && !isPath) {
      const explained = explainedRule(rule, policy, (await shippedControls()).controls);
      await print(format === "json" ? serialise(explained) : explainedRuleText(explained, terminal()));
      return EXIT.fine;
    }
    const { caps } = capsFrom(configuration.limits, "head");
    const tree = excluding(ground.head, configuration.exclude);
    const { cards } = await discoverCards(tree, isPath ? ground.scope : [""], caps);
    const models = cards.map((card) => ({ path: card.path, model: modelFrom(card) }));
    const asked = isPath ? models : models.filter(({ model }) => model.id.value === named);
    if (asked.length === 0) {
      if (isPath) throw new UsageError(`there is no model card below ${named}`, "name a folder with one");
      const rules = [...RULES, ...policy.customRules].map(({ id }) => id);
      throw unknownName(named, [...rules, ...models.map(({ model }) => model.id.value)]);
    }
    const explained = explainedTiers(asked, policy);
    await print(format === "json" ? serialise(explained) : explainedTiersText(explained, terminal()));
    return EXIT.fine;
  } finally {
    ground.repository?.close();
  }
}

/** Without a base, what is at hand decides. */
async function governing({ head }: Ground) {
  const reading = await readGovernance(head, await shippedPolicies(), RULES, CAPS);
  if (reading.kind === "wrong") throw new PolicyError(reading.problems);
  return reading.governance;
}

/** The only one that begins so. */
function begun(named: string, known: readonly string[]): string | null {
  const [first, ...others] = known.filter((id) => id.startsWith(named));
  return others.length === 0 ? (first ?? null) : null;
}

/** Neither a rule, nor a model, nor a path: the nearest of any of them. */
function unknownName(named: string, known: readonly string[]): UsageError {
  const says = `"${named}" is no rule, no model and no path`;
  const short = known.find((id) => id.endsWith(`/${named}`)) ?? nearest(named, known) ?? begun(named, known);
  if (short !== null) return new UsageError(says, `did you mean "${short}"?`);
  try {
    existing(named, "");
  } catch (error) {
    if (error instanceof UsageError && error.fix !== "") return new UsageError(says, error.fix);
  }
  return new UsageError(
    says,
    "name a rule, as `policy show --tier high` lists them, or the folder of a model",
  );
}

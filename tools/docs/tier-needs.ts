import { TIERS, type Tier } from "../../src/inventory/vocabulary.ts";
import { effectivePolicy } from "../../src/policy/effective.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { atLeastAsSevere } from "../../src/policy/severity.ts";
import { RULES } from "../../src/rules/catalogue.ts";
import { type Attack, nameOf } from "../../src/rules/generative/attack.ts";
import type { Required as SignOff } from "../../src/rules/governance/sign-off.ts";
import type { Threshold } from "../../src/rules/performance/limit.ts";
import { inline } from "./parameter.ts";
import { code, table } from "./table.ts";

/** What a card needs in production: a row for each thing, a column for each tier, bold where its lack holds the model. */
export function needsTable(policy: Policy): string {
  const byTier = TIERS.map((tier) => new Map(needsOf(policy, tier).map(({ what, how }) => [what, how])));
  const all = [...new Set(byTier.toReversed().flatMap((needs) => [...needs.keys()]))];
  return table(
    ["what", ...TIERS],
    all.map((what) => [what, ...byTier.map((needs) => needs.get(what) ?? "–")]),
  );
}

interface Need {
  readonly what: string;
  readonly how: string;
}

/** What one rule asks of a tier, with its parameters as the policy sets them. */
type Asks<P> = (parameters: P) => readonly Need[];

/** One entry of `evidence/required-present`; what it says beside kind and split is shown as it is written. */
interface Required {
  readonly kind: string;
  readonly split?: string;
  readonly rows?: number;
  readonly digest?: boolean;
  readonly [other: string]: unknown;
}

function needsOf(policy: Policy, tier: Tier): readonly Need[] {
  const { blocking, force } = effectivePolicy(policy, tier, "production");
  const asked = <P>(id: string, asks: Asks<P>): readonly Need[] => {
    const rule = RULES.find((one) => one.id === id);
    if (!rule) throw new Error(`no rule ${id}`);
    const how = force(rule);
    if (how.kind !== "in-force") return [];
    const holds = how.severity !== "info" && atLeastAsSevere(how.severity, blocking);
    // Parameters of a policy that was read have been checked against the rule's own schema.
    return asks(how.parameters as P).map((need) => (holds ? { ...need, how: `**${need.how}**` } : need));
  };
  return [
    ...asked<{ fields: readonly string[] }>("documentation/card-complete", ({ fields }) =>
      fields.map((field) => ({ what: code(field), how: "yes" })),
    ),
    ...asked<{ roles: readonly string[] }>("inventory/owners-named", ({ roles }) =>
      roles.map((role) => ({ what: `an owner with \`role: ${role}\``, how: "yes" })),
    ),
    ...asked<{ required: boolean; maximumDays: number }>(
      "inventory/review-current",
      ({ required, maximumDays }) => [
        {
          what: "`validation.next_review`, days ahead",
          how: `${required ? "" : "if given, "}at most ${maximumDays}`,
        },
      ],
    ),
    ...asked<{ required: readonly Required[] }>("evidence/required-present", ({ required }) =>
      required.map(evidence),
    ),
    ...asked<{ required: readonly string[] }>("data/splits-disjoint", ({ required }) =>
      required.map((split) => ({
        what: `the ids of split \`${split}\`, to compare with the other's`,
        how: "yes",
      })),
    ),
    ...asked<{ thresholds: readonly Threshold[]; confidence: number }>("performance/thresholds-met", limits),
    ...asked<{ minimumRows: number; reported: boolean }>("fairness/slices-present", groups),
    ...asked<Attributions>("explainability/attributions-sane", attributions),
    ...asked<{ required: boolean }>("security/artifact-digests", ({ required }) => [
      { what: "`model.artifacts`, with digests", how: required ? "yes" : "if listed" },
    ]),
    ...asked<{ required: boolean }>("security/scans-cover-artifacts", ({ required }) =>
      required ? [{ what: "a scan of each artifact", how: "yes" }] : [],
    ),
    ...asked<{ required: readonly SignOff[] }>("governance/approvals-given", ({ required }) =>
      required.map(({ role, people }) => ({
        what: `approvals of the version with \`role: ${role}\``,
        how: people === 1 ? "1 person" : `${people} people`,
      })),
    ),
    ...asked<{ required: readonly Attack[] }>("generative/attacks-resisted", ({ required }) =>
      required.map(attacked),
    ),
    ...asked<{ required: boolean }>("monitoring/alerts-cover-metrics", ({ required }) =>
      required ? [{ what: "an alert for each metric of the approval", how: "yes" }] : [],
    ),
    { what: "a finding of this severity holds the model", how: `${blocking} or worse` },
  ];
}

function evidence({ kind, split, rows, digest, ...others }: Required): Need {
  const asks = [
    ...(rows === undefined ? [] : [`${rows} rows or more`]),
    ...(digest ? ["`sha256`"] : []),
    ...Object.entries(others).map(([name, value]) => code(`${name}: ${inline(value)}`)),
  ];
  const where = kind === "dataset" ? "`data`" : `\`evidence\` of kind ${code(kind)}`;
  return {
    what: split === undefined ? where : `${where} of split ${code(split)}`,
    how: asks.length > 0 ? asks.join(", ") : "yes",
  };
}

function limits({ thresholds, confidence }: { thresholds: readonly Threshold[]; confidence: number }) {
  return thresholds.map(({ metric, task, at_least, at_most }): Need => {
    const bounds = [
      ...(at_least === undefined ? [] : [`at least ${at_least}`]),
      ...(at_most === undefined ? [] : [`at most ${at_most}`]),
    ];
    const what = `${code(metric)}${task === undefined ? "" : ` of ${task}`}, with ${100 * confidence} % confidence`;
    return { what, how: bounds.join(", ") };
  });
}

function attacked(attack: Attack): Need {
  const { attempts, maximumRate } = attack;
  return {
    what: `attempts of ${nameOf(attack)}, where the model is generative`,
    how: `${attempts} or more, at most ${100 * maximumRate} % with success`,
  };
}

interface Attributions {
  readonly required: boolean;
  readonly minimumRows: number;
  readonly additive: boolean;
}

function attributions({ required, minimumRows, additive }: Attributions): readonly Need[] {
  const how = `${minimumRows} rows or more${additive ? ", which add up to the outputs" : ""}`;
  return required ? [{ what: "attributions (SHAP, interpret), where the model does not generate", how }] : [];
}

function groups({ minimumRows, reported }: { minimumRows: number; reported: boolean }): readonly Need[] {
  return [
    {
      what: "rows of each group in the test predictions, where people are affected",
      how: `${minimumRows} or more`,
    },
    ...(reported ? [{ what: "a metric reported for each of these groups", how: "yes" }] : []),
  ];
}

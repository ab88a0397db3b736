import type { CelInput } from "@bufbuild/cel";
import { lookup } from "../../documents/lookup.ts";
import type { ExpressionProblem } from "../../expressions/problem.ts";
import { compile, type Evaluation, type Program } from "../../expressions/program.ts";
import { BOOL } from "../../expressions/type.ts";
import { asInput, TooLarge } from "../../expressions/value.ts";
import type { Measured } from "../../measurement/measured.ts";
import type { AnyRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";
import type { CustomRuleDefinition } from "./definition.ts";
import { givenFor } from "./given.ts";
import { boundNeeds, type Lack, measuredGiven } from "./measured-given.ts";
import { compileMessage, filled, usesOf } from "./message.ts";
import { variablesOf } from "./view.ts";

/** A problem in one of the expressions of a rule. */
export interface DefinitionProblem extends ExpressionProblem {
  readonly key: "when" | "check" | "message";
}

export type CustomRule =
  | { readonly kind: "rule"; readonly rule: AnyRule }
  | { readonly kind: "wrong"; readonly problems: readonly DefinitionProblem[] };

/**
 * What a policy wrote becomes a rule as any other: it plans what it needs, and judges results alone. `domains` are the
 * names that it may ask for.
 */
export function customRule(
  id: string,
  definition: CustomRuleDefinition,
  domains: readonly string[] = [],
): CustomRule {
  const { question, why = question, controls, fix, at, needs = [] } = definition;
  const variables = variablesOf(needs, domains);
  const problems: DefinitionProblem[] = [];
  const program = (key: "when" | "check", text: string): Program | null => {
    const compiled = compile(text, variables, [BOOL]);
    if (compiled.kind === "program") return compiled.program;
    problems.push(...compiled.problems.map((problem) => ({ ...problem, key })));
    return null;
  };
  const when = definition.when === undefined ? null : program("when", definition.when);
  const check = program("check", definition.check);
  const { message, problems: inMessage } = compileMessage(definition.message, variables);
  problems.push(...inMessage.map((problem) => ({ ...problem, key: "message" as const })));
  if (check === null || problems.length > 0) return { kind: "wrong", problems };

  const uses = new Set([...(when?.uses ?? []), ...check.uses, ...usesOf(message)]);
  const rule: AnyRule = {
    id,
    question,
    why,
    controls,
    remedy: { says: fix, yaml: "" },
    example: null,
    parameters: {},
    *needs({ after, bindings }) {
      const asked = boundNeeds(needs, after).map(({ binding }) => binding);
      for (const binding of uses.has("claims") ? [...asked, ...bindings] : asked)
        if (binding.kind === "bound") yield binding.need;
    },
    *check(subject, measured) {
      const place = (at && lookup(subject.after.card.root, at)?.at) || subject.after.model.id.at;
      const doubt = ({ says, needs }: Lack) => cannotTell({ about: "check", at: place, says, needs });
      const seen = look(uses, subject, measured);
      if (seen.kind === "too-large") {
        yield doubt(tooCostly(seen.says));
        return;
      }
      const { values, lacks, told } = seen;
      const applies = when?.run(values);
      if (applies && !isTrue(applies)) {
        yield isFalse(applies) ? notApplicable("its `when` does not hold") : doubt(lackIn(applies, lacks));
        return;
      }
      const holds = check.run(values);
      if (isTrue(holds)) yield fine({ checked: [question, told.join("; ")].join(" ").trim() });
      else if (isFalse(holds))
        yield finding({ about: "check", at: place, says: filled(message, values), fix });
      else yield doubt(lackIn(holds, lacks));
    },
  };
  return { kind: "rule", rule };

  function look(names: ReadonlySet<string>, subject: Subject, results: Measured): Seen {
    try {
      const { given, lacks, told } = measuredGiven(boundNeeds(needs, subject.after), results);
      const values = [...names].map((name): [string, CelInput] => [
        name,
        name === "measured" ? asInput(given) : givenFor(name, subject, results),
      ]);
      return { kind: "seen", values: Object.fromEntries(values), lacks, told };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return { kind: "too-large", says: error.message };
    }
  }
}

type Seen =
  | {
      readonly kind: "seen";
      readonly values: Readonly<Record<string, CelInput>>;
      readonly lacks: ReadonlyMap<string, Lack>;
      readonly told: readonly string[];
    }
  | { readonly kind: "too-large"; readonly says: string };

/** What is wrong in the dotted path of the card that a finding is to point at. */
export function cardPathProblem(path: string): ExpressionProblem | null {
  const compiled = compile(`has(card.${path})`, variablesOf([]), [BOOL]);
  const [problem] = compiled.kind === "wrong" ? compiled.problems : [];
  return problem ? { ...problem, offset: Math.max(0, problem.offset - "has(card.".length) } : null;
}

const isTrue = (result: Evaluation) => result.kind === "value" && result.value === true;
const isFalse = (result: Evaluation) => result.kind === "value" && result.value === false;

/** Why an expression gave no answer: it fails closed. */
function lackIn(result: Evaluation, lacks: ReadonlyMap<string, Lack>): Lack {
  switch (result.kind) {
    case "missing": {
      const [root, name = ""] = result.path.split(".");
      const lack = root === "measured" ? lacks.get(name) : undefined;
      return lack ?? missing(result.path, root === "card");
    }
    case "too-costly":
      return tooCostly("it takes more work on this model than one rule may");
    case "failed":
      return {
        says: `the rule's expression fails: ${result.says}`,
        needs: "correct the expression in the policy",
      };
    case "value":
      return { says: "the rule's expression gives no answer", needs: "correct the expression in the policy" };
  }
}

function missing(path: string, inCard: boolean): Lack {
  if (path === "tier.domains")
    return {
      says: "the card states no domain that the policy knows, and the rule asks for `tier.domains`",
      needs: "write `risk.factors.domain` in words of the policy's `tiering.domains`",
    };
  if (!inCard)
    return {
      says: `\`${path}\` is not known, and the rule asks for it`,
      needs: `give what \`${path}\` needs`,
    };
  const key = path.slice("card.".length);
  return {
    says: `the card does not state \`${key}\`, and the rule asks for it`,
    needs: `write \`${key}\` in the card`,
  };
}

function tooCostly(why: string): Lack {
  return {
    says: `the rule's expression is too costly: ${why}`,
    needs: "have the owner of the policy ask for less in one rule",
  };
}

import type { Dossier } from "../../case/dossier.ts";
import { counted } from "../../measurement/number-format.ts";
import { attributeOfPeople } from "../../tiering/sensitive.ts";
import { nameIn, namesOneOf, spelt } from "../../tiering/words.ts";
import { oneByOne } from "../one-by-one.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { type Explanation, explanationsOf, isNamed, partsOf, percent, shortened } from "./explanation.ts";

export default defineRule<{ readonly maximumShare: number }>({
  id: "explainability/no-protected-attribute",
  question: "Does no attribution lean on a protected attribute?",
  why: "A model that decides by sex, race or age needs a reason that holds in law and in the case, and a person who gives it. What the attributions show here is the attribute itself, by its name: one of `risk.factors.sensitive_attributes`, or one that is known as such. A proxy, such as a postcode that stands for a group, is not guessed: whether outcomes differ by group is for the results by slice.",
  controls: ["EXP-01"],
  remedy: {
    says: "Take the attribute out of the model's inputs and train again, then look at the results by group, for others may stand in for it. Where the attribute belongs in the decision, as age does in many diagnoses, have the one who answers for it accept the finding with the reason.",
    yaml: `
risk:
  factors: { sensitive_attributes: [sex, age_band] }
evidence:
  - { id: attributions, path: evidence/shap, split: test } # of the model without sex
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: loans, task: binary-classification }
risk: { factors: { people_affected: 5000 } }
evidence: [{ path: shap.csv }]
`,
      "shap.csv": `
shap_income,shap_debts,shap_gender
0.2,-0.1,0.3
-0.1,0.2,-0.3
`,
    },
    passing: {
      "shap.csv": { "0.2,-0.1,0.3\n-0.1,0.2,-0.3": "0.2,-0.1,0.01\n-0.1,0.2,-0.01" },
    },
  },
  parameters: {
    maximumShare: {
      description:
        "The largest part of the mean absolute attribution of all features that those of one protected attribute may have.",
      stricter: "lower",
      default: 0.1,
      type: "number",
      minimum: 0,
      maximum: 1,
    },
  },
  reads: ["importance"],
  needs: () => [],
  *check({ after }, _, { maximumShare }) {
    const explanations = explanationsOf(after);
    if (explanations.length === 0) yield notApplicable("no tool's file shows attributions");
    const attribute = attributeIn(after);
    for (const one of explanations) yield* judged(one, attribute, maximumShare);
  },
});

type AttributeOf = (feature: string) => string | null;

/** The protected attribute that a feature is of, by the card's list or by its name; null for none. */
function attributeIn({ model }: Dossier): AttributeOf {
  const { sensitive_attributes: listed, people_affected: people } = model.factors;
  const bySpelling = new Map((listed?.value ?? []).map((name) => [spelt(name), name]));
  const spellings = new Set(bySpelling.keys());
  return (feature) => {
    const found = nameIn(feature, spellings);
    if (found !== null) return bySpelling.get(found) ?? found;
    // `age` is of the listed `age_band`.
    for (const [, name] of bySpelling) if (namesOneOf(name, new Set([spelt(feature)]))) return name;
    return attributeOfPeople(feature, people === null || people.value > 0);
  };
}

function* judged(one: Explanation, attributeOf: AttributeOf, most: number): Generator<Verdict> {
  const { source, file, attributions, total } = one;
  const at = attributions[0]?.at ?? file.at;
  const nameless = attributions.find(({ feature }) => !isNamed(feature));
  if (nameless) {
    yield cannotTell({
      about: `names|${file.id}`,
      at,
      says: `${source}: nothing names ${shortened(nameless.feature)}, so that it may be a protected attribute`,
      needs: "save the features' names with the attributions",
    });
  }
  if (total === null) {
    yield cannotTell({
      about: `shares|${file.id}`,
      at,
      says: `${source}: the attributions are all 0, or not all finite numbers, so that no feature's part can be told`,
      needs: "explain the model that is deployed once more",
    });
    return;
  }
  const shares = sharesOf(one, total, attributeOf);
  const leaning = shares.filter(({ share }) => share > most);
  const answer = ({ attribute, features, share }: Share, left: number): Verdict => {
    const by = features.length === 1 ? shortened(features[0] ?? "") : counted(features.length, "feature");
    const more = left > 1 ? `; so it is with ${left - 1} more` : "";
    return finding({
      about: `${file.id}|${left === 0 ? attribute : "more"}`,
      at,
      says: `${source}: ${percent(share)} of the mean absolute attribution is that of ${attribute} (${by}), above the limit of ${percent(most)}${more}`,
      fix: `train without ${attribute} and look at the results by group, or have the use of ${attribute} accepted with its reason`,
    });
  };
  yield* oneByOne(leaning, (share) => answer(share, 0), answer);
  if (leaning.length > 0 || nameless) return;
  const [largest] = shares;
  const what = largest
    ? `${largest.attribute} has the largest part of a protected attribute, ${percent(largest.share)}`
    : "none is a protected attribute by its name";
  yield fine({
    checked: `${source}: ${counted(attributions.length, "feature")}, ${what}; proxies are not looked for`,
  });
}

interface Share {
  readonly attribute: string;
  readonly features: readonly string[];
  readonly share: number;
}

/** The largest first. What is divided over columns, one for each category, is added up; of two together, it is both's. */
function sharesOf({ attributions }: Explanation, total: number, attributeOf: AttributeOf): readonly Share[] {
  const shares = new Map<string, { features: string[]; share: number }>();
  for (const { feature, value } of attributions) {
    const attributes = new Set(partsOf(feature).map(attributeOf));
    for (const attribute of attributes) {
      if (attribute === null) continue;
      const known = shares.get(attribute) ?? { features: [], share: 0 };
      known.features.push(feature);
      known.share += Math.abs(value ?? 0) / total;
      shares.set(attribute, known);
    }
  }
  return [...shares].map(([attribute, share]) => ({ attribute, ...share })).sort((a, b) => b.share - a.share);
}

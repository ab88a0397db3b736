import type { Json } from "../../../output/json.ts";
import { modelOf, typeOf } from "./identifier.ts";

/** One scorer's word on one answer. */
export interface Score {
  /** Whether the attack succeeded; null for a score on a scale, whose threshold the file does not have. */
  readonly broke: boolean | null;
  readonly category: string | null;
  readonly judge: string | null;
}

/** True is what the scorer asks for, which is that the attack worked, but for a scorer of refusals. */
export function scoreOf(score: Json): Score {
  const scorer = score.get("scorer_class_identifier");
  const type = typeOf(scorer) ?? "";
  const said = saidOf(score);
  const broke = said !== null && type.includes("Refusal") ? !said : said;
  return { broke, category: categoryOf(score.get("score_category")), judge: judgeOf(scorer, type) };
}

/** "True" until 0.9, "true" since. */
function saidOf(score: Json): boolean | null {
  if (score.get("score_type").text() !== "true_false") return null;
  const value = score.get("score_value").text()?.toLowerCase();
  if (value === "true") return true;
  return value === "false" ? false : null;
}

/** A text until 0.9, a list of them since. */
function categoryOf(category: Json): string | null {
  const several = [...category.items()].map((each) => each.text()).filter((each) => each !== null);
  return (several.length > 0 ? several.join("+") : category.text()) || null;
}

/** Scorers of these kinds put the question to a model. */
const ASKS_A_MODEL = /^(?:SelfAsk|QuestionAnswer|General|InsecureCode)/;

function judgeOf(scorer: Json, type: string): string | null {
  return modelOf(scorer) ?? (ASKS_A_MODEL.test(type) ? "" : null);
}

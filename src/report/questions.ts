import { present } from "../inventory/presence.ts";
import type { Judged } from "../judgement/judged.ts";

const LONGEST_REASON = 200;

/** What no machine checked and a reviewer should ask, from what this card leaves to judgement. */
export function questionsFor({ subject, judgement, change }: Judged): string[] {
  const { after, removed } = subject;
  if (removed) return ["Where is this model still deployed, and who has decided to stop it?"];
  const { model, card } = after;
  if (card.root === null) return [];
  const asked: string[] = [];
  const predictions = after.tables.some(
    (table) => table.kind === "predictions" && table.content.kind === "read",
  );
  if (predictions) {
    asked.push(
      "The author committed the predictions: were they made by the released model, on data that it had not seen?",
    );
  }
  if (model.claims.length > 0)
    asked.push("Are these the metrics that the decision rests on, and at the threshold that is used?");
  if (model.claims.length === 0)
    asked.push("The card reports no number: what shows that the model works at all?");
  if (present(card.root, "use.intended"))
    asked.push("Is the evaluation data like the data that the model will meet in its intended use?");
  if (present(card.root, "limitations"))
    asked.push("Do the limitations name how the model fails, and what is done when it does?");
  const people = model.factors.people_affected?.value;
  if (people !== 0 && !model.factors.sensitive_attributes)
    asked.push("Who is affected, and could a group of them be treated worse?");
  const reason = model.noSensitiveAttributes?.value;
  if (people !== 0 && reason && model.factors.sensitive_attributes?.value.length === 0)
    asked.push(
      `The author states, unchecked, why no sensitive attribute is listed ("${reason.slice(0, LONGEST_REASON)}"): is it so?`,
    );
  if (change === "added")
    asked.push("The model is new here: what does it replace, and is it better than that?");
  if (judgement.findings.some((finding) => finding.outcome === "cannot-tell")) {
    asked.push("What could not be told stays unknown: can the decision wait for it?");
  }
  return asked;
}

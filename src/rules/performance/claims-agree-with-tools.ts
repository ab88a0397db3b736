import type { Binding } from "../../measurement/bind.ts";
import { meaningOf, phraseOf } from "../../measurement/describe.ts";
import { shown } from "../../measurement/number-format.ts";
import { readReported } from "../../measurement/settle.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { meaningOfClaim } from "./meaning.ts";
import {
  byFile,
  type FileNumber,
  fitting,
  MOST_OF_A_NAME,
  type ToolNumber,
  toolNumbers,
} from "./tool-numbers.ts";

export default defineRule({
  id: "performance/claims-agree-with-tools",
  question: "Do the reported metrics agree with the files of the tools that computed them?",
  why: "The card is written by hand, the tool's file is not. Where the two give different numbers of the same thing, the card was not updated, or the file is of another run, and whoever decides on the card decides on the wrong number.",
  controls: ["PER-01", "PER-02"],
  remedy: {
    says: "Report what the tool computed, or commit the file of the run that gave the number. Where a tool's file does not say of which split it is, its entry in the card can.",
    yaml: `
metrics:
  - { name: accuracy, value: 0.8712, split: test }
evidence:
  - { path: evidence/classification-report.json, split: test }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
metrics: [{ name: accuracy, value: 0.91, split: test }]
evidence: [{ path: report.txt, split: test }]
`,
      "report.txt": `
              precision    recall  f1-score   support

           0       0.82      0.90      0.86        10
           1       0.89      0.80      0.84        10

    accuracy                           0.85        20
   macro avg       0.85      0.85      0.85        20
weighted avg       0.85      0.85      0.85        20
`,
    },
    passing: {
      "model-card.yaml": { "0.91": "0.85" },
    },
  },
  parameters: {},
  reads: ["metric"],
  needs: () => [],
  *check(subject) {
    const numbers = toolNumbers(subject);
    const claimed = subject.bindings.filter(({ claim }) => !claim.unread);
    if (numbers.size === 0 || claimed.length === 0) {
      yield notApplicable(
        numbers.size === 0 ? "no tool's file states a metric" : "the card reports no metric",
      );
      return;
    }
    let agreeing = 0;
    let met = 0;
    for (const binding of claimed) {
      const verdict = judge(binding, subject, numbers);
      if (verdict === "not-stated") continue;
      met++;
      if (verdict === "agrees") agreeing++;
      else yield verdict;
    }
    if (agreeing > 0)
      yield fine({
        checked: `${agreeing} of ${claimed.length} reported metrics agree with the tools' files`,
      });
    if (met === 0) yield notApplicable("the tools' files state none of the reported metrics");
  },
});

function judge(
  binding: Binding,
  { after }: Subject,
  numbers: ReadonlyMap<string, readonly ToolNumber[]>,
): Verdict | "agrees" | "not-stated" {
  const { claim } = binding;
  const meaning = meaningOfClaim(claim, after.model);
  const named = numbers.get(meaning.name) ?? [];
  const reported = `${phraseOf(binding)} is reported as ${claim.raw}`;
  const subject = { about: meaningOf(binding), at: claim.at };
  if (named.length > MOST_OF_A_NAME) {
    const says = `${reported}, and the tools' files state ${meaning.name} ${named.length} times`;
    return cannotTell({ ...subject, says, needs: "name the file of the one run that gave the number" });
  }
  const { sure, numbers: fit } = fitting(meaning, named);
  if (fit.length === 0) return "not-stated";
  const reading = readReported(claim, meaning.metric);
  const files = byFile(fit, reading);
  if (files.every(({ agrees, several }) => agrees && !several)) return "agrees";
  const said = (file: FileNumber) => `${file.tool} ${numberIn(file, reading.decimals)} (${file.path})`;
  const differing = files.filter(({ agrees, several, value }) => !agrees && !several && value !== null);
  const agreed = files.find(({ agrees, several }) => agrees && !several);
  const [other] = differing;
  if (sure && other) {
    const beside = agreed ? `, while ${said(agreed)}: the two contradict each other` : "";
    const fix = agreed
      ? "take out the file that is not of this model, or run both tools again"
      : `report ${(other.value ?? 0).toFixed(Math.min(Math.max(reading.decimals, 0), 12))}, or commit the file of the run that gave ${claim.raw}`;
    return finding({ ...subject, says: `${reported}, and ${said(other)}${beside}`, fix });
  }
  const unclear = files.find(({ agrees, several }) => !agrees || several) ?? files[0];
  const of = unclear ? `, and ${said(unclear)}` : "";
  const why = sure ? "" : ", without saying whether it is of the same split and settings";
  const needs = sure
    ? "commit a file that states the number once"
    : "add `split:` to the file's entry in `evidence`, or name the file of this evaluation alone";
  return cannotTell({ ...subject, says: `${reported}${of}${why}`, needs });
}

function numberIn({ value, several }: FileNumber, decimals: number): string {
  if (several) return "gives more than one number for it";
  return value === null ? "gives no number for it" : `gives ${shown(value, decimals)}`;
}

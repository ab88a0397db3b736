import { isDate } from "../../documents/date.ts";
import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";

interface Parameters {
  readonly required: boolean;
  readonly maximumDays: number;
}

const DAY = 86_400_000;

export default defineRule<Parameters>({
  id: "inventory/review-current",
  question: "Is the next review planned, and not past?",
  why: "Data and use drift away from what was validated. A date for the next review is the cheapest control there is, and one that has passed means that the model runs on an expired validation.",
  controls: ["CHG-02", "INV-03"],
  remedy: {
    says: "Review the model, then set the date of the next review, no further ahead than the tier allows.",
    yaml: `
validation:
  validator: Model Validation
  date: 2026-11-20
  next_review: 2027-11-15
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn }
validation: { next_review: 2026-05-31 }
`,
    },
    passing: {
      "model-card.yaml": { "2026-05-31": "2027-05-31" },
    },
  },
  parameters: {
    required: { description: "A date must be given.", stricter: "true", default: true, type: "boolean" },
    maximumDays: {
      description: "How many days ahead the next review may lie at most.",
      stricter: "lower",
      default: 730,
      type: "integer",
      minimum: 1,
    },
  },
  needs: () => [],
  *check({ after, asOf }, _measured, { required, maximumDays }) {
    const next = after.model.nextReview;
    if (!next) {
      if (!required) yield fine({ checked: "no review date is required" });
      else {
        yield finding({
          about: "next-review|absent",
          at: after.model.id.at,
          says: "the card gives no date for the next review",
          fix: `add \`validation: { next_review: ${later(asOf, Math.min(maximumDays, 365))} }\``,
        });
      }
      return;
    }
    const days = daysBetween(asOf, next.value);
    if (days === null) {
      const says = `the next review, "${next.raw}", is no date`;
      yield finding({ about: "next-review|invalid", at: next.at, says, fix: "write it as YYYY-MM-DD" });
    } else if (days < 0) {
      const says = `the next review was due on ${next.value}, ${-days} day${days === -1 ? "" : "s"} ago`;
      yield finding({
        about: "next-review|past",
        at: next.at,
        says,
        fix: "review the model, then set the new date",
      });
    } else if (days > maximumDays) {
      const says = `the next review, ${next.value}, is ${days} days away; this tier allows ${maximumDays}`;
      yield finding({
        about: "next-review|too-far",
        at: next.at,
        says,
        fix: `plan it by ${later(asOf, maximumDays)}`,
      });
    } else yield fine({ checked: `the next review is due on ${next.value}` });
  },
});

/** Whole days from one UTC date to another; null when the second is no real date. */
function daysBetween(from: string, to: string): number | null {
  return isDate(to)
    ? Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
    : null;
}

function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

import rule from "../../../src/rules/evidence/newer-than-model.ts";
import { CARD, cardWith } from "../../support/card-text.ts";
import { cannotTell, finding, fine, notApplicable } from "../../support/expected.ts";
import { testRule } from "../../support/rule-tester.ts";
import { fact, shown } from "../../support/shown.ts";

const card = cardWith({});
const written = (producedAt: string | null) => [shown({ producedAt })];
const artifact = (sha256: string) => cardWith({ model: `artifacts: [{ path: m.onnx, sha256: ${sha256} }]` });
const [OLD, NEW] = [artifact("a".repeat(64)), artifact("b".repeat(64))];
const trained = (until: string, split = "train") =>
  cardWith({ data: `[{ split: ${split}, dataset: d, period: { from: 2020-01-01, to: ${until} } }]` });

/** The judgement is of 2026-11-23. */
testRule(rule, [
  { name: "no file", files: card, expects: [notApplicable("no file of a tool")] },
  ...["2026-11-23T10:00:00Z", "2026-11-24T23:59:59Z", "2025-01-01T00:00:00Z"].map((at) => ({
    name: `${at} is now`,
    files: card,
    shown: written(at),
    expects: [fine("1 file of tools written in the last 730 days")],
  })),
  {
    name: "a file from the future",
    files: card,
    shown: written("2026-11-25T00:00:00Z"),
    expects: [finding({ about: "time|evidence/tool.json", at: `${CARD}:9:5`, says: "after 2026-11-23" })],
  },
  {
    name: "as old as it may be",
    files: card,
    parameters: { maximumAgeDays: 365 },
    shown: written("2025-11-22T12:00:00Z"),
    expects: [fine("365 days")],
  },
  {
    name: "a day older than that",
    files: card,
    parameters: { maximumAgeDays: 365 },
    shown: written("2025-11-21T23:00:00Z"),
    expects: [finding({ says: "366 days ago; this tier allows 365" })],
  },
  {
    name: "older than the data that it was trained on",
    files: trained("2026-06-30"),
    shown: written("2026-06-28T12:00:00Z"),
    expects: [finding({ says: "before 2026-06-30, the last day of the training data", fix: "period.to" })],
  },
  {
    name: "on that day",
    files: trained("2026-06-30"),
    shown: written("2026-06-30T01:00:00Z"),
    expects: [fine("1 file")],
  },
  {
    name: "test data may be later",
    files: trained("2026-06-30", "test"),
    shown: written("2026-06-01T00:00:00Z"),
    expects: [fine("1 file")],
  },
  {
    name: "a day that is none",
    files: trained("soon"),
    shown: written("2026-06-01T00:00:00Z"),
    expects: [fine("1 file")],
  },
  ...[null, "yesterday"].map((at) => ({
    name: `${at} is no time`,
    files: card,
    shown: written(at),
    expects: [notApplicable("no date is in 1 file of tools")],
  })),
  {
    name: "no time where one is required",
    files: card,
    parameters: { dated: true },
    shown: written(null),
    expects: [cannotTell({ about: "time|evidence/tool.json", says: "does not say when" })],
  },
  {
    name: "the model changed and the evidence did not",
    files: NEW,
    base: OLD,
    shown: written(null),
    shownBefore: written(null),
    expects: [finding({ about: "before|evidence/tool.json", says: "still the one that the base has" })],
  },
  {
    name: "both changed",
    files: NEW,
    base: OLD,
    shown: [shown({ facts: [fact("metric", { value: 0.8 })] })],
    shownBefore: [shown({ facts: [fact("metric", { value: 0.7 })] })],
    expects: [notApplicable("no date is in")],
  },
  {
    name: "neither changed",
    files: OLD,
    base: OLD,
    shown: written("2026-11-01T00:00:00Z"),
    shownBefore: written("2026-11-01T00:00:00Z"),
    expects: [fine("1 file")],
  },
]);

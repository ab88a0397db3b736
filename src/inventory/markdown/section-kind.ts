import { speaksOfTheModel } from "./claims/clause.ts";
import type { Section } from "./outline.ts";
import { phrases } from "./phrases.ts";
import { namesAnother, type Self } from "./self.ts";
import { OTHERS, WISHES } from "./wording.ts";

/**
 * What numbers under a heading are: results of this model (`open`), results only where a list or a table says so
 * (`careful`), or no results of it at all (`closed`).
 */
export type SectionKind = "open" | "careful" | "closed";

const RESULTS = phrases(`
metric, metrics, performance, evaluation, evaluations, evaluated, result, results, quantitative, quantitative analyses, quantitative analysis,
accuracy, classification report, confusion matrix, validation, benchmark, benchmarks, score, scores, test results, slice, slices,
subgroup, subgroups, disaggregated, per class, by group, by class, model performance, findings, holdout, held out, test set
`);
const CAREFUL = phrases(`
fairness, bias, data, dataset, datasets, training data, evaluation data, factors, threshold, thresholds, robustness, segments, groups, calibration
`);
const NO_RESULTS = phrases(`
hyperparameter, hyperparameters, hyper parameters, parameters, configuration, config, settings, training procedure, training details,
training setup, procedure, usage, how to use, quick start, quickstart, getting started, example, examples, installation, citation, cite,
references, changelog, change log, history, version history, roadmap, future, next steps, deployment, deployment notes, serving, monitoring,
alert, alerts, drift, retraining, rollback, intended use, intended uses, use cases, out of scope, limitations, known limitations, caveats, ethical, ethics,
ethical considerations, risks, license, contact, owners, authors, features, inputs, outputs, input, output, preprocessing, glossary, definitions,
definition, metric definitions, latency, cost, costs, environmental impact, carbon, recommendations, related work, acknowledgements, reproducibility,
reproduce, reproducing, changes, release notes, comparison with other models, api, troubleshooting, business impact
`);

export function sectionKind(section: Section, self: Self, first: Section | null): SectionKind {
  const { title, parent } = section;
  if (!title || section === first) return "open";
  const above = parent ? sectionKind(parent, self, first) : "open";
  if (isForeign(section, self, first)) return "closed";
  const { tokens } = title;
  if (NO_RESULTS.isAmong(tokens)) return "closed";
  if (CAREFUL.isAmong(tokens)) return "careful";
  if (RESULTS.isAmong(tokens)) return "open";
  return isPartOfResults(section, first) && !speaksOfTheModel(title, 0, tokens.length, self)
    ? "closed"
    : above;
}

/** A heading of wishes or of another system stands over everything below it. */
function isForeign(section: Section, self: Self, first: Section | null): boolean {
  for (let at: Section | null = section; at; at = at.parent) {
    if (!at.title || at === first) continue;
    const { tokens } = at.title;
    if (WISHES.isAmong(tokens) || OTHERS.isAmong(tokens) || namesAnother(self, tokens)) return true;
  }
  return false;
}

/** Under "Results", a heading of unknown words is a part of the data or a thing apart. */
function isPartOfResults({ parent }: Section, first: Section | null): boolean {
  for (let at = parent; at; at = at.parent) {
    if (at !== first && at.title && RESULTS.isAmong(at.title.tokens)) return true;
  }
  return false;
}

import { describe, expect, it } from "vitest";
import { bindAsk } from "../../src/measurement/ask.ts";
import type { Binding } from "../../src/measurement/bind.ts";
import { meaningOf, phraseOf, settingsOf } from "../../src/measurement/describe.ts";
import { BINARY, bindingOf, dossierOf, folder } from "../support/dossier.ts";

const SCORED = "id,y_true,y_score,sex\n1,1,0.9,f\n2,0,0.2,m\n";
const PREDICTED = "y_true,y_pred\n1,1\n0,0\n";
const BOTH = "y_true,y_pred,y_score\n1,1,0.9\n0,0,0.2\n";
const TEST = { id: "t", kind: "predictions", path: "t.csv", split: "test" };

interface Bound {
  readonly claim: object;
  readonly model?: object;
  readonly prediction?: object;
  readonly evidence?: readonly object[];
  readonly table?: string;
}

function bind({ claim, model = BINARY, prediction = {}, evidence = [TEST], table = SCORED }: Bound) {
  const content = { model, prediction, evidence, metrics: [{ value: "0.5", ...claim }] };
  return bindingOf(folder(content, { "t.csv": table, "v.csv": table }));
}

function bound(binding: Binding) {
  if (binding.kind !== "bound") throw new Error(`${binding.kind}: ${binding.says}`);
  return binding;
}

const MULTICLASS = { id: "m", task: "multiclass-classification" };
const MULTILABEL = { id: "m", task: "multilabel-classification" };
const REGRESSION = { id: "m", task: "regression" };

describe("a claim is bound", () => {
  it("to one metric of one table, with all that it needs", async () => {
    const claim = { name: "recall", split: "test", threshold: 0.35, slice: { sex: "f" }, confidence: 0.9 };
    const { need, table, notes } = bound(await bind({ claim }));
    expect(need).toEqual({
      kind: "metric",
      table: "t",
      metric: "recall",
      parameters: {},
      decision: { threshold: 0.35 },
      weighted: false,
      slice: { sex: "f" },
      confidence: 0.9,
    });
    expect([table.id, notes]).toEqual(["t", []]);
  });

  it.each<[string, Bound, object]>([
    [
      "by its split",
      { claim: { name: "roc_auc", split: "test" } },
      { table: "t", decision: null, confidence: 0.95 },
    ],
    ["by the evidence it names", { claim: { name: "roc_auc", evidence: "t" } }, { table: "t" }],
    ["by both", { claim: { name: "roc_auc", evidence: "t", split: "test" } }, { table: "t" }],
    [
      "to what came of generated answers",
      { model: { id: "m", task: "generation" }, claim: { name: "accuracy" }, table: PREDICTED },
      { metric: "accuracy", decision: "column" },
    ],
    ["to decisions of a column", { claim: { name: "accuracy" }, table: PREDICTED }, { decision: "column" }],
    [
      "to a column before the card's threshold",
      { claim: { name: "accuracy" }, prediction: { threshold: 0.4 }, table: BOTH },
      { decision: "column" },
    ],
    [
      "to its own threshold before a column",
      { claim: { name: "accuracy", threshold: 0.3 }, prediction: { threshold: 0.4 }, table: BOTH },
      { decision: { threshold: 0.3 } },
    ],
    [
      "to the card's threshold last",
      { claim: { name: "accuracy" }, prediction: { threshold: 0.4 } },
      { decision: { threshold: 0.4 } },
    ],
    [
      "at the threshold in its name",
      { claim: { name: "recall@0.35" } },
      { metric: "recall", decision: { threshold: 0.35 } },
    ],
    [
      "at the threshold of its own field when both are there",
      { claim: { name: "recall@0.35", threshold: 0.6 } },
      { decision: { threshold: 0.6 } },
    ],
    [
      "by class, from scores of classes",
      { claim: { name: "roc_auc" }, table: "y_true,prob_0,prob_1\n1,0.1,0.9\n0,0.8,0.2\n" },
      { decision: null },
    ],
    [
      "with its average",
      { model: MULTICLASS, claim: { name: "f1_macro" }, table: PREDICTED },
      { metric: "f1", parameters: { average: "macro" } },
    ],
    [
      "with its class",
      { model: MULTICLASS, claim: { name: "recall", class: "a" }, table: PREDICTED },
      { parameters: { class: "a" } },
    ],
    [
      "with its k",
      { model: MULTICLASS, claim: { name: "top_k_accuracy", k: 2 }, table: "y_true,prob_a,prob_b\na,1,0\n" },
      { parameters: { k: 2 } },
    ],
    [
      "with the k in its name",
      { claim: { name: "precision@1" } },
      { metric: "precision_at_k", parameters: { k: 1 } },
    ],
    ["with its depth", { claim: { name: "lift", depth: 0.5 } }, { parameters: { depth: 0.5 } }],
    [
      "with the depth in its name",
      { claim: { name: "Gain @ 50%" } },
      { metric: "gain", parameters: { depth: 0.5 } },
    ],
    [
      "to a score, for anomalies",
      { model: { id: "m", task: "anomaly-detection" }, claim: { name: "gini" } },
      { metric: "gini", decision: null },
    ],
    [
      "to decisions on labels",
      {
        model: MULTILABEL,
        claim: { name: "f1_samples" },
        evidence: [{ ...TEST, columns: { labels: { s: "y_true" }, predictions: { s: "y_pred" } } }],
        table: BOTH,
      },
      { metric: "f1", parameters: { average: "samples" }, decision: "column" },
    ],
    [
      "to scores of labels, by the threshold in its name",
      {
        model: MULTILABEL,
        claim: { name: "recall@0.3", class: "s" },
        evidence: [{ ...TEST, columns: { labels: { s: "y_true" }, scores: { s: "y_score" } } }],
      },
      { parameters: { class: "s" }, decision: { threshold: 0.3 } },
    ],
    [
      "with its alpha",
      { model: REGRESSION, claim: { name: "pinball_loss", alpha: 0.9 }, table: PREDICTED },
      { metric: "mean_pinball_loss", parameters: { alpha: 0.9 } },
    ],
    [
      "to the bounds of an interval",
      { model: REGRESSION, claim: { name: "PICP" }, table: "y_true,lower,upper\n1,0,2\n" },
      { metric: "interval_coverage", decision: null },
    ],
    ["with its beta", { claim: { name: "fbeta", beta: 2 }, table: PREDICTED }, { parameters: { beta: 2 } }],
    ["to numbers", { model: REGRESSION, claim: { name: "r2" }, table: PREDICTED }, { decision: null }],
    [
      "to numbers in a score column",
      { model: REGRESSION, claim: { name: "r2" }, table: "y_true,score\n1,1\n" },
      { metric: "r2" },
    ],
    [
      "with weights that it declares",
      {
        claim: { name: "roc_auc", weighted: true },
        table: "y_true,y_score,w\n1,0.9,2\n",
        evidence: [{ ...TEST, columns: { weight: "w" } }],
      },
      { weighted: true },
    ],
  ])("%s", async (_, given, need) => {
    expect(bound(await bind(given)).need).toMatchObject(need);
  });

  it.each<[Bound, string]>([
    [{ claim: { name: "AUROC", split: "test" } }, '"AUROC" is read as roc_auc'],
    [{ claim: { name: "pr_auc", split: "test" } }, '"pr_auc" is read as average precision; the area under'],
    [{ claim: { name: "roc_auc" } }, 'names no split; taken from the only predictions, of split "test"'],
  ])("%j with the note %s", async (given, note) => {
    expect(bound(await bind(given)).notes.join("\n")).toContain(note);
  });
});

const said = (kind: "ambiguous" | "unbound", says: string, fix: string) => ({ kind, says, fix });

describe("a claim is not bound", () => {
  it.each<[string, Bound, ReturnType<typeof said>]>([
    [
      "without a task",
      { model: { id: "m" }, claim: { name: "roc_auc" } },
      said("unbound", "the model's task", "add `model: { task:"),
    ],
    [
      "for a task that is not measured",
      { model: { id: "m", task: "ranking" }, claim: { name: "ndcg" } },
      said("unbound", "metrics of ranking are not recomputed yet", "reviewer"),
    ],
    [
      "for a number of generated text",
      { model: { id: "m", task: "generation" }, claim: { name: "rouge_l" } },
      said("unbound", '"rouge_l" of generated text is not recomputed', "reviewer"),
    ],
    ["by a slip", { claim: { name: "recal" } }, said("unbound", '"recal" is no metric', "write `recall`")],
    [
      "by no name",
      { claim: { name: "zorgness" } },
      said(
        "unbound",
        '"zorgness" is no metric known for binary-classification',
        "use one known for binary-classification, such as accuracy, ",
      ),
    ],
    [
      "by a metric of another task",
      { model: REGRESSION, claim: { name: "roc_auc" } },
      said(
        "unbound",
        '"roc_auc" is a classification metric, and the model\'s task is regression',
        "(all: docs/metrics.md)",
      ),
    ],
    [
      "by a metric of regression",
      { claim: { name: "rmse" } },
      said("unbound", '"rmse" is a regression metric, and the model\'s task is', "or correct `model.task`"),
    ],
    [
      "by a metric of the first k that is not known",
      { claim: { name: "ndcg@10" } },
      said("unbound", '"ndcg@10" is no metric known', "use one known for binary-classification"),
    ],
    [
      "by a number that was not read",
      { claim: { name: "recall", unread: true } },
      said("unbound", 'a number near "recall" on line', "give it a line of its own"),
    ],
    [
      "over classes without an average",
      { model: MULTICLASS, claim: { name: "f1" }, table: PREDICTED },
      said("ambiguous", "f1 of several classes needs an average or a class", "add `average: macro`"),
    ],
    [
      "without its k",
      { model: MULTICLASS, claim: { name: "top_k_accuracy" }, table: PREDICTED },
      said("ambiguous", "needs its k", "add `k:`"),
    ],
    ["without its depth", { claim: { name: "lift" } }, said("ambiguous", "needs its depth", "add `depth:`")],
    [
      "of labels, without an average",
      { model: MULTILABEL, claim: { name: "f1" } },
      said("ambiguous", "f1 of several labels needs an average or a label", "samples), or `class:`"),
    ],
    [
      "of labels that no column is known to hold",
      { model: MULTILABEL, claim: { name: "hamming_loss" } },
      said("unbound", "no column of t is known to be the labels", "map it: `columns: { labels: … }`"),
    ],
    [
      "of labels, without a decision",
      {
        model: MULTILABEL,
        claim: { name: "hamming_loss" },
        evidence: [{ ...TEST, columns: { labels: { s: "y_true" }, scores: { s: "y_score" } } }],
      },
      said("unbound", "neither the claim nor the card gives a threshold", "threshold: …"),
    ],
    [
      "by a metric of several labels per row",
      { claim: { name: "hamming_loss" } },
      said("unbound", '"hamming_loss" is a multilabel metric', "or correct `model.task`"),
    ],
    [
      "without its alpha",
      { model: REGRESSION, claim: { name: "quantile loss" }, table: PREDICTED },
      said("ambiguous", "needs its alpha", "add `alpha:`"),
    ],
    [
      "without an upper bound",
      { model: REGRESSION, claim: { name: "interval_coverage" }, table: "y_true,lower\n1,0\n" },
      said("unbound", "no column of t is known to be the upper", "map it: `columns: { upper: … }`"),
    ],
    [
      "without its beta",
      { claim: { name: "fbeta" }, table: PREDICTED },
      said("ambiguous", "needs its beta", "add `beta:`"),
    ],
    [
      "without evidence",
      { claim: { name: "roc_auc", split: "test" }, evidence: [] },
      said(
        "unbound",
        'no predictions of split "test" back this number',
        "id: test-predictions, kind: predictions",
      ),
    ],
    [
      "without evidence or split",
      { claim: { name: "roc_auc" }, evidence: [] },
      said("unbound", "no predictions back this number", "add to the card: `evidence:"),
    ],
    [
      "by a split like another",
      { claim: { name: "roc_auc", split: "tests" } },
      said("unbound", '(the nearest split with predictions is "test")', "split: tests"),
    ],
    [
      "when the only predictions name no split",
      { claim: { name: "roc_auc", split: "test" }, evidence: [{ ...TEST, split: undefined }] },
      said("unbound", '"t" names no split', 'add `split: test` to the evidence "t"'),
    ],
    [
      "by two tables of one split",
      { claim: { name: "roc_auc", split: "test" }, evidence: [TEST, { ...TEST, id: "v", path: "v.csv" }] },
      said("ambiguous", "several predictions fit this claim: t, v", "add `evidence:` with one of these ids"),
    ],
    [
      "by many tables, of which a few are named",
      {
        claim: { name: "roc_auc" },
        evidence: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ ...TEST, id: `t${id}` })),
      },
      said("ambiguous", "t1, t2, t3, t4, t5, … (7 in all)", "add `evidence:`"),
    ],
    [
      "by evidence of another name",
      { claim: { name: "roc_auc", evidence: "tt" } },
      said("unbound", 'names evidence "tt", which is no predictions', "write `evidence: t`"),
    ],
    [
      "by evidence of another kind",
      { claim: { name: "roc_auc", evidence: "r" }, evidence: [{ id: "r", kind: "report", path: "t.csv" }] },
      said("unbound", 'names evidence "r"', "add the entry to `evidence`"),
    ],
    [
      "by evidence of another split",
      { claim: { name: "roc_auc", evidence: "t", split: "validation" } },
      said(
        "unbound",
        'the claim is about split "validation", and the evidence "t" that it names is of split "test"',
        "correct",
      ),
    ],
    [
      "to a file that is not there",
      { claim: { name: "roc_auc" }, evidence: [{ ...TEST, path: "nowhere.csv" }] },
      said("unbound", "nowhere.csv", ""),
    ],
    [
      "without a label",
      { claim: { name: "roc_auc" }, table: "y_score\n1\n" },
      said("unbound", "no column of t is known to be the label", "columns: { label: … }"),
    ],
    [
      "to one of two labels",
      { claim: { name: "roc_auc" }, table: "target,actual,y_score\n1,1,1\n" },
      said(
        "ambiguous",
        "target and actual both fit the role `label`",
        "say which: `columns: { label: target }`",
      ),
    ],
    [
      "to one of many scores",
      { claim: { name: "roc_auc" }, table: "y,score,p,prob,proba,y_prob\n1,1,1,1,1,1\n" },
      said("ambiguous", "score, p, prob, proba and 1 more all fit", "columns: { score: score }"),
    ],
    [
      "to a declared label that is not there",
      { claim: { name: "roc_auc" }, evidence: [{ ...TEST, columns: { label: "y_tru" } }] },
      said("unbound", 't has no column "y_tru"; the nearest is "y_true"', "correct `columns: { label: … }`"),
    ],
    [
      "to another score than the declared one",
      {
        claim: { name: "roc_auc" },
        table: "y,prob_0,prob_1\n1,0,1\n",
        evidence: [{ ...TEST, columns: { score: "scor" } }],
      },
      said("unbound", 't has no column "scor"', "correct `columns: { score: … }`"),
    ],
    [
      "when a class's declared score is not there",
      {
        model: MULTICLASS,
        claim: { name: "log_loss" },
        table: "y,p_a,p_b\na,1,0\n",
        evidence: [{ ...TEST, columns: { scores: { a: "p_a", b: "p_bb" } } }],
      },
      said("unbound", 't has no column "p_bb"; the nearest is "p_b"', "columns: { scores: … }"),
    ],
    [
      "to one of two scores of a class",
      { model: MULTICLASS, claim: { name: "log_loss" }, table: "y,prob_a,proba_a\na,1,0\n" },
      said(
        "ambiguous",
        "prob_a and proba_a both fit the role `scores`",
        "columns: { scores: { CLASS: prob_a } }",
      ),
    ],
    [
      "over rows whose declared count is not there",
      { claim: { name: "roc_auc" }, evidence: [{ ...TEST, columns: { count: "n" } }] },
      said("unbound", 't has no column "n"', "columns: { count: … }"),
    ],
    [
      "with weights that nobody declares",
      { claim: { name: "roc_auc", weighted: true }, table: "y,score,weight\n1,1,3\n" },
      said("unbound", "no column of t is known to be the weight", "columns: { weight: … }"),
    ],
    [
      "by a slice of no column",
      { claim: { name: "roc_auc", slice: { sx: "f" } } },
      said("unbound", 't has no column "sx" to slice by; the nearest is "sex"', "`slice`"),
    ],
    [
      "without a score",
      { claim: { name: "roc_auc" }, table: PREDICTED },
      said("unbound", "to be the score", "columns: { score: … }"),
    ],
    [
      "without the score that a threshold needs",
      { claim: { name: "recall", threshold: 0.5 }, table: PREDICTED },
      said("unbound", "to be the score", "columns: { score: … }"),
    ],
    [
      "without a decision, and never at 0.5",
      { claim: { name: "recall" } },
      said(
        "unbound",
        "neither the claim nor the card gives a threshold",
        "add `prediction: { threshold: … }`",
      ),
    ],
    [
      "by a threshold when two columns could be the prediction",
      { claim: { name: "recall" }, prediction: { threshold: 0.5 }, table: "y,pred,y_hat,score\n1,1,1,1\n" },
      said("ambiguous", "pred and y_hat both fit the role `prediction`", "columns: { prediction: pred }"),
    ],
    [
      "by a threshold when the declared prediction is not there",
      {
        claim: { name: "recall" },
        prediction: { threshold: 0.5 },
        evidence: [{ ...TEST, columns: { prediction: "dec" } }],
      },
      said("unbound", 't has no column "dec"', "columns: { prediction: … }"),
    ],
    [
      "by the card's threshold on one of two scores",
      { claim: { name: "recall" }, prediction: { threshold: 0.5 }, table: "y,score,prob\n1,1,1\n" },
      said("ambiguous", "score and prob both fit the role `score`", "columns: { score: score }"),
    ],
    [
      "with neither score nor prediction",
      { claim: { name: "recall" }, table: "y,x\n1,1\n" },
      said("unbound", "to be the prediction", "map it"),
    ],
    [
      "without a decision of several classes",
      {
        model: MULTICLASS,
        claim: { name: "accuracy" },
        prediction: { threshold: 0.5 },
        table: "y,prob_a,prob_b\na,1,0\n",
      },
      said("unbound", "to be the prediction", "map it"),
    ],
    [
      "without numbers",
      { model: REGRESSION, claim: { name: "r2" }, table: "y,x\n1,1\n" },
      said("unbound", "to be the prediction", "map it"),
    ],
    [
      "to a score when two columns could be the number",
      { model: REGRESSION, claim: { name: "r2" }, table: "y,pred,y_hat,score\n1,1,1,1\n" },
      said("ambiguous", "pred and y_hat both fit the role `prediction`", "prediction: pred"),
    ],
  ])("%s", async (_, given, { kind, says, fix }) => {
    const binding = await bind(given);
    if (binding.kind === "bound") throw new Error("bound");
    expect(binding.kind).toBe(kind);
    expect(binding.says).toContain(says);
    expect(binding.fix).toContain(fix);
  });
});

describe("what a claim means", () => {
  it.each<[Bound, string, string]>([
    [{ claim: { name: "roc_auc", split: "test" } }, "roc_auc|test|", "roc_auc on test"],
    [{ claim: { name: "AUC" } }, "roc_auc|test|", "roc_auc on test"],
    [
      { claim: { name: "recall", threshold: "0.350", slice: { sex: "f", id: "1" } } },
      "recall|test|id=1,sex=f|0.35",
      "recall on test, id=1,sex=f, at 0.350",
    ],
    [{ claim: { name: "recall@0.35" } }, "recall|test||0.35", "recall on test, at 0.35"],
    [{ claim: { name: "recall" }, prediction: { threshold: 0.35 } }, "recall|test|", "recall on test"],
    [
      { model: MULTICLASS, claim: { name: "f1_macro" }, table: PREDICTED },
      "f1|test||macro",
      "f1 on test, macro average",
    ],
    [
      { model: MULTICLASS, claim: { name: "f1", average: "macro" }, table: PREDICTED },
      "f1|test||macro",
      "f1 on test, macro average",
    ],
    [
      { model: MULTICLASS, claim: { name: "recall", class: "a" }, table: PREDICTED },
      "recall|test||class=a",
      "recall on test, class a",
    ],
    [{ claim: { name: "lift@10%" } }, "lift|test||depth=0.1", "lift on test, depth = 0.1"],
    [
      { model: REGRESSION, claim: { name: "pinball", alpha: 0.9 }, table: PREDICTED },
      "mean_pinball_loss|test||alpha=0.9",
      "mean_pinball_loss on test, alpha = 0.9",
    ],
    [{ claim: { name: "f2" }, table: PREDICTED }, "fbeta|test||beta=2", "fbeta on test, beta = 2"],
    [{ claim: { name: "zorgness", split: "test", k: 3 } }, "zorgness|test||k=3", "zorgness on test, k = 3"],
    [{ claim: { name: "zorgness" } }, "zorgness||", "zorgness"],
  ])("%j is %s", async (given, meaning, phrase) => {
    const binding = await bind(given);
    expect(meaningOf(binding)).toBe(meaning);
    expect(phraseOf(binding)).toBe(phrase);
  });

  it("is the same wherever it stands, and other at another threshold", async () => {
    const at = async (claim: object) => meaningOf(await bind({ claim }));
    expect(await at({ name: "recall@0.35" })).toBe(await at({ name: "recall", threshold: 0.35 }));
    expect(await at({ name: "recall@0.35" })).not.toBe(await at({ name: "recall@0.5" }));
  });

  it("gives the settings that the claim states, and not the card's", async () => {
    expect(settingsOf(await bind({ claim: { name: "recall" }, prediction: { threshold: 0.4 } }))).toEqual({});
    expect(settingsOf(await bind({ claim: { name: "recall@0.4" } }))).toEqual({ threshold: 0.4 });
  });
});

it("a limit is bound as a claim is", async () => {
  const dossier = await dossierOf(folder({ evidence: [TEST] }, { "t.csv": SCORED }));
  const ask = {
    metric: "recall",
    split: "test",
    slice: {},
    average: null,
    threshold: 0.4,
    confidence: 0.9,
    at: dossier.model.id.at,
  };
  expect(bound(bindAsk(ask, dossier)).need).toMatchObject({ decision: { threshold: 0.4 }, confidence: 0.9 });
  expect(bindAsk({ ...ask, split: "train" }, dossier).kind).toBe("unbound");
});

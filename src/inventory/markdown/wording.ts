import { phrases } from "./phrases.ts";

/** Words that turn a number into a wish, a rule or a guess. */
export const WISHES = phrases(`
target, targets, targeted, targeting, goal, goals, objective, aim, aims, aimed, must, should, shall, require, requires, required,
requirement, requirements, minimum, maximum, at least, at most, acceptance, acceptable, criterion, criteria, threshold for acceptance,
expect, expects, expected, expectation, hoped, plan, planned, plans, intended, tbd, todo, pending, placeholder, unverified,
hypothetical, illustrative, would, could, might, may, if, unless, until, example, such as,
promote, promoted, promotion, gate, gates, floor, sla, slo, alert, alerts, trigger, triggers, retrain, retrained, retraining,
drop, drops, dropped, dropping, fall, falls, degrade, degrades, degraded, exceed, exceeds, ideally, want, wants,
never measured, not measured, not been measured, not yet, cannot
`);

/** Words that make a number another system's: a rival's, an earlier version's, a paper's. */
export const OTHERS = phrases(`
baseline, baselines, previous, previously, prior, earlier, old, older, predecessor, legacy, former, original, champion vs,
paper, papers, literature, published, et al, authors, sota, state of the art, competitor, competitors, human, humans,
random baseline, random guess, random guessing, random classifier, chance, naive, naïve, dummy, majority, trivial, always, challenger, alternative, alternatives, other, others, another,
rule based, heuristic, vendor, teacher, ablation, answers, answering, predicts everything
`);

/** Words after which a sentence speaks of what the model is compared with. */
export const VERSUS = phrases(`
vs, versus, compared, compare, comparing, than, against, whereas, while, although, but, however, outperforms, outperforming,
outperformed, beats, beating, surpasses, relative, unlike, over, improvement, improves, improved, improving, up from, down from
`);

/** Words that say of a row or a column: this one is the model of this card. */
export const OURS = phrases(`
ours, our, our model, this model, this work, proposed, deployed, shipped, selected, chosen, served, production, champion,
final, final model, winner, released
`);

/** Bounds: "0.9 or higher" and "> 0.9" are no measurements. */
export const BOUNDS = phrases(`
or higher, or better, or more, or above, or lower, or less, or below, minimum, maximum, required, target, goal, and above,
and below, upwards, percentage points, pp, points, point, basis points
`);

/** Words that neither narrow a metric nor change whose it is. */
export const NEUTRAL = phrases(`
overall, final, mean, average, avg, total, model, score, scores, value, values, rate, result, results, the, our, a, an, of, on, in,
measured, reported, observed, obtained, achieved, performance, metric, metrics, set, data, dataset, split, subset, sample,
samples, binary, classifier, global, point, estimate, best, and, at, with, is, for all
`);

/** What may stand between a metric and its number. */
export const LINKS = phrases(`
of, is, was, are, were, at, score, value, rate, about, approximately, around, roughly, circa, ca, approx, reached, reaches, equals, equal to,
stands at, came to, comes to, on, the, our, its, set, data, split, dataset, overall, model, final, measured, a, an, held out, in, be,
to be, obtained, achieved, stood at, came out at, comes out at, averaged, averages
`);

/** The words of a clause whose subject is this model and nothing narrower. */
export const SUBJECT = phrases(`
the, this, that, our, its, it, we, s, a, an, of, on, in, with, and, by, at, to, has, have, had, is, was, are, were, be, been, model, models,
classifier, regressor, network, system, detector, predictor, pipeline, estimator, algorithm, ensemble, final, deployed, selected, chosen,
trained, tuned, fitted, fine tuned, finetuned, calibrated, resulting, proposed, current, released, shipped, best, overall, also,
achieves, achieve, achieved, achieving, reaches, reach, reached, reaching, attains, attain, attained, attaining, obtains, obtain, obtained,
obtaining, gets, get, got, scores, score, scored, yields, yield, yielded, yielding, delivers, delivered, shows, showed, showing, gives, gave,
reports, reported, records, recorded, registers, registered, produces, produced, produces, performs, performed, performance, results,
result, resulted, resulting, evaluated, evaluation, measured, tested, predictions, using, following, metrics, metric, as, follows, where,
set, data, dataset, split, sample, samples, rows, records, examples, images, documents, observations, unseen, respectively, both,
value, values, mean, average, there, here, so, far, currently, which, corresponds, good, strong, high, solid, excellent, robust, moderate,
after training, after tuning, after calibration, in total, classification, regression, binary
`);

/** Prepositions that narrow a number to a part of the data, unless what follows is understood. */
export const NARROWING = phrases(`
for, among, amongst, in, within, when, where, if, under, by, at, to, from, on, using, with, given, during, across, between, per, over, except
`);

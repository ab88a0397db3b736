import type { AttemptsFact, Fact, MetricFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning, ToolOutput } from "../../../output/output.ts";
import { isoOf } from "../../iso-time.ts";
import { aggregatesOf } from "./aggregates.ts";
import { epochsOf, judgeOf, shortfallsOf } from "./header.ts";
import type { SamplesTally } from "./samples-tally.ts";

/** A log, whatever file it is in. `samples` is null where it keeps none. */
export function outputOf(header: Json, samples: SamplesTally | null): ToolOutput {
  const spec = header.get("eval");
  const completed = isoOf(header.get("stats", "completed_at").text());
  return {
    tool: "inspect-ai",
    formatVersion:
      spec.get("packages", "inspect_ai").text() ?? `log version ${header.get("version").number()}`,
    producedAt: completed ?? isoOf(spec.get("created").text()),
    subject: { model: spec.get("model").text(), version: null, digest: null },
    facts: [...metricsOf(header), ...(samples === null ? [] : attemptsOf(header, samples))],
    incomplete: shortfallsOf(header, samples),
    aggregates: aggregatesOf(header, samples),
    warnings: warningsOf(header, samples),
  };
}

function metricsOf(header: Json): MetricFact[] {
  const dataset = header.get("eval", "dataset", "name").text() ?? header.get("eval", "task").text();
  return [...header.get("results", "scores").items()].flatMap((score) =>
    [...score.get("metrics").entries()]
      .filter(([, metric]) => !metric.get("name").text()?.endsWith("stderr"))
      .map(([key, metric]): MetricFact => {
        const reducer = score.get("reducer").text();
        const scorer = score.get("name").text();
        return {
          kind: "metric",
          name: key,
          value: metric.get("value").number(),
          split: null,
          dataset,
          slice: {},
          params: { ...(scorer === null ? {} : { scorer }), ...(reducer === null ? {} : { reducer }) },
          n: score.get("scored_samples").number(),
          at: metric.at,
        };
      }),
  );
}

/** Right and wrong answers, by scorer; part marks and scores of several parts are no attempts. */
function attemptsOf(header: Json, { samples, errors, scores }: SamplesTally): Fact[] {
  const facts: AttemptsFact[] = [];
  for (const [scorer, { held, broke, partial, unscored, compound, rows, at }] of scores) {
    if (partial > 0 || compound) continue;
    facts.push({
      kind: "attempts",
      target: header.get("eval", "model").text(),
      suite: header.get("eval", "task").text() ?? "task",
      category: scorer,
      strategy: null,
      repeat: epochsOf(header),
      held,
      broke,
      error: Math.min(errors, samples - rows),
      unscored,
      judge: judgeOf(header),
      adversarial: false,
      at: at.at,
    });
  }
  return facts;
}

function warningsOf(header: Json, samples: SamplesTally | null): OutputWarning[] {
  const warnings: OutputWarning[] = [];
  const { at } = header.get("eval");
  if (header.get("eval", "revision", "dirty").boolean() === true)
    warnings.push({ code: "dirty", says: "the task's code had changes that no commit has", at });
  if (samples !== null && samples.stopped > 0)
    warnings.push({ code: "stopped", says: `${samples.stopped} samples were stopped by a limit`, at });
  return warnings;
}

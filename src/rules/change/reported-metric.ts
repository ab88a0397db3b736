import type { Dossier } from "../../case/dossier.ts";
import type { Claim } from "../../inventory/claim.ts";
import { bindClaim } from "../../measurement/bind.ts";
import { meaningAs, phraseOf, settingsOf } from "../../measurement/describe.ts";
import { readReported } from "../../measurement/settle.ts";
import { sampleTask } from "../../measurement/task.ts";
import type { Metric } from "../../statistics/metric.ts";
import { findMetric } from "../../statistics/registry.ts";

/** One reported number, so that it can be held against the one that another tree reports for the same thing. */
export interface ReportedMetric {
  readonly claim: Claim;
  readonly meaning: string;
  readonly phrase: string;
  /** Null when no metric of that name is known for the model's task. */
  readonly metric: Metric | null;
  /** As a fraction where it was written in percent. */
  readonly reported: number;
}

/** The numbers that a card reports. Whether evidence backs them changes nothing about what they mean. */
export function reportedMetrics(dossier: Dossier): ReportedMetric[] {
  const task = dossier.model.task && sampleTask(dossier.model.task.value);
  const read = dossier.model.claims.filter(({ unread }) => !unread);
  return read.map((claim) => {
    const binding = bindClaim(claim, dossier);
    const found = task && findMetric(claim.metric.value, task);
    const threshold = found?.threshold;
    const implied = { ...found?.implied, ...(threshold !== undefined && { threshold }) };
    const metric = found?.metric ?? null;
    return {
      claim,
      metric,
      meaning: meaningAs(metric?.name ?? claim.metric.value, { ...implied, ...settingsOf(binding) }, binding),
      phrase: phraseOf(binding),
      reported: readReported(claim, metric).reported,
    };
  });
}

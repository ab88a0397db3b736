import type { Lifecycle, Tier } from "../inventory/vocabulary.ts";
import type { Finding } from "./finding.ts";
import type { Fault } from "./judge.ts";
import type { Recommendation } from "./recommendation.ts";
import type { View } from "./under.ts";

/** The same finding, graver or milder under the other policy. */
export interface Regraded {
  readonly before: Finding;
  readonly after: Finding;
}

/** What another policy would say of one model. */
export interface Contrast {
  readonly model: string;
  /** Of its card. */
  readonly path: string;
  readonly before: Outlook;
  readonly after: Outlook;
  readonly appears: readonly Finding[];
  readonly vanishes: readonly Finding[];
  readonly regraded: readonly Regraded[];
  /** Faults of ours, under either. */
  readonly faults: readonly Fault[];
}

export interface Outlook {
  readonly tier: Tier;
  readonly stage: Lifecycle;
  readonly recommendation: Recommendation;
}

/** A finding is known by rule, model and meaning, so the same one is met again under the other policy. */
export function contrastOf(before: View, after: View): Contrast {
  const { model, card } = before.subject.after;
  const [old, young] = [before, after].map(
    ({ judgement }) => new Map(judgement.findings.map((finding) => [finding.id, finding])),
  );
  return {
    model: model.id.value,
    path: card.path,
    before: outlookOf(before),
    after: outlookOf(after),
    appears: after.judgement.findings.filter(({ id }) => !old!.has(id)),
    vanishes: before.judgement.findings.filter(({ id }) => !young!.has(id)),
    regraded: before.judgement.findings.flatMap((was) => {
      const is = young!.get(was.id);
      const alike = is?.severity === was.severity && is.blocking === was.blocking;
      return is === undefined || alike ? [] : { before: was, after: is };
    }),
    faults: [...before.judgement.faults, ...after.judgement.faults],
  };
}

function outlookOf({ subject, judgement }: View): Outlook {
  const { tiering, stage } = subject;
  return { tier: tiering.effective, stage, recommendation: judgement.recommendation };
}

import type { Approvals } from "../../case/approvals.ts";
import type { Dossier } from "../../case/dossier.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Mapping } from "../../documents/value.ts";
import { type Binding, bindClaim } from "../../measurement/bind.ts";
import type { Caps } from "../../workspace/caps.ts";
import { Answers } from "./answers.ts";
import { measurementsIn } from "./measurements.ts";
import { statedApprovals } from "./stated-approvals.ts";
import { filesFrom, statedDossier } from "./stated-dossier.ts";
import type { Trial } from "./trial.ts";

/** A test whose card has been read and whose facts are at hand: all that does not depend on the policy. */
export interface Prepared extends Ground {
  readonly trial: Trial;
}

interface Ground {
  readonly before: Dossier | null;
  /** Of a model whose card the change takes away, the base's. */
  readonly dossier: Dossier;
  readonly bindings: readonly Binding[];
  readonly answers: Answers;
  readonly approvals: Approvals;
  /** What its facts say that the card cannot mean. */
  readonly problems: readonly Problem[];
}

/** Tests of one card and the same facts stand on the same ground. */
export class Preparing {
  readonly #caps: Caps;
  readonly #grounds = new Map<Trial["card"], Map<Mapping | null, Promise<Ground>>>();

  constructor(caps: Caps) {
    this.#caps = caps;
  }

  async prepare(trial: Trial): Promise<Prepared> {
    const ofCard = this.#grounds.get(trial.card) ?? new Map<Mapping | null, Promise<Ground>>();
    this.#grounds.set(trial.card, ofCard);
    const ground = ofCard.get(trial.written) ?? this.#ground(trial);
    ofCard.set(trial.written, ground);
    return { ...(await ground), trial };
  }

  async #ground({ card, before: base, facts, written }: Trial): Promise<Ground> {
    const files = filesFrom(facts.evidence);
    const dossier = await statedDossier(card, files, this.#caps);
    const { measurements, problems } = measurementsIn(written, dossier);
    const stated = statedApprovals(facts, written, dossier.model.id);
    const earlier = filesFrom(facts.evidence, facts.before_evidence);
    const before = base ? await statedDossier(base, earlier, this.#caps) : null;
    return {
      before: before ?? (facts.removed === true ? dossier : null),
      dossier,
      bindings: dossier.model.claims.map((claim) => bindClaim(claim, dossier)),
      answers: new Answers(dossier, files, measurements),
      approvals: stated.approvals,
      problems: [...problems, ...stated.problems],
    };
  }
}

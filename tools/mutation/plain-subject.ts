import { NONE_STATED } from "../../src/case/approvals.ts";
import type { Dossier } from "../../src/case/dossier.ts";
import type { Subject } from "../../src/rules/subject.ts";

/** A new model as a rule sees it in production at tier low, its claims not bound to any table. */
export function plainSubject(after: Dossier): Subject {
  return {
    before: null,
    after,
    removed: false,
    twins: [],
    tiering: {
      declared: "low",
      computed: "low",
      effective: "low",
      because: [],
      turns: () => [],
      open: [],
      unknownDomain: null,
      domains: null,
    },
    stage: "production",
    asOf: "2026-11-23",
    bindings: [],
    approvals: NONE_STATED,
    tierBefore: null,
    policyChanges: [],
  };
}

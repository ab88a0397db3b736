import { NONE_STATED } from "../../src/case/approvals.ts";
import type { Subject } from "../../src/rules/subject.ts";
import { dossierOf, type Files } from "./dossier.ts";

/** The one model of these files, as a rule sees it in production at tier low. */
export async function subjectOf(files: Files, more: Partial<Subject> = {}): Promise<Subject> {
  return {
    before: null,
    after: await dossierOf(files),
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
    },
    stage: "production",
    asOf: "2026-11-23",
    bindings: [],
    approvals: NONE_STATED,
    tierBefore: null,
    policyChanges: [],
    ...more,
  };
}

import type { Dossier } from "../../case/dossier.ts";
import { bindClaim } from "../../measurement/bind.ts";
import { meaningOf } from "../../measurement/describe.ts";
import { defineRule } from "../rule.ts";
import { finding, fine, notApplicable } from "../verdict.ts";

export default defineRule({
  id: "change/version-raised",
  question: "Was the version raised when the model or its numbers changed?",
  why: "Monitoring, approvals and incidents name a version. Two different models under one version cannot be told apart afterwards.",
  controls: ["CHG-04"],
  parameters: {},
  needs: () => [],
  *check({ before, after }) {
    if (!before) {
      yield notApplicable("there is no earlier version to compare with");
      return;
    }
    const changed = [
      ...(same(claimsOf(before), claimsOf(after)) ? [] : ["the reported metrics"]),
      ...(same(artifactsOf(before), artifactsOf(after)) ? [] : ["the artifacts"]),
    ];
    const version = after.model.version;
    if (changed.length === 0)
      yield fine({ checked: "neither the reported metrics nor the artifacts changed" });
    else if (before.model.version?.value !== version?.value) {
      yield fine({ checked: `${changed.join(" and ")} changed, and so did the version` });
    } else {
      yield finding({
        about: "version",
        at: version?.at ?? after.model.id.at,
        says: `${changed.join(" and ")} changed and the version is still ${version?.value ?? "absent"}`,
        fix: "raise `model.version`",
      });
    }
  },
});

function claimsOf(dossier: Dossier): string[] {
  return dossier.model.claims.map((claim) => `${meaningOf(bindClaim(claim, dossier))}=${claim.raw}`);
}

function artifactsOf({ model }: Dossier): string[] {
  return model.artifacts.map(({ path, sha256 }) => `${path?.value}=${sha256?.value.toLowerCase()}`);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join("\n") === [...b].sort().join("\n");
}

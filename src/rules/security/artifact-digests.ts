import type { Artifact } from "../../inventory/model.ts";
import { resolveIn } from "../../inventory/resolve.ts";
import type { DigestNeed } from "../../measurement/need.ts";
import { isStated } from "../../measurement/stated-digest.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

interface Parameters {
  readonly required: boolean;
}

export default defineRule<Parameters>({
  id: "security/artifact-digests",
  question: "Is the model's file the one that the card describes?",
  why: "What was validated and what is deployed are the same model only if their bytes are. A digest in the reviewed card makes a swapped or retrained file visible.",
  controls: ["SEC-01"],
  remedy: {
    says: "List the model's file with the digest that `sha256sum FILE` prints. When the file changed, so did the model: raise the version.",
    yaml: `
model:
  id: credit-default
  version: 3.1.0
  artifacts:
    - { path: model.onnx, sha256: 97d509a8500db48959e7c0f30ac51ddb3358b600c209f5a687cf09b7bd0583bd }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model:
  id: churn
  artifacts:
    - path: model.onnx
      sha256: df1f92ca67028c97a7e94ce29a805badcdab47083772e8e36be124d1ac60b5d6
`,
      "model.onnx": `
weights
`,
    },
    passing: {
      "model-card.yaml": {
        df1f92ca67028c97a7e94ce29a805badcdab47083772e8e36be124d1ac60b5d6:
          "1b465fa6b6bcbc06a3199e3d2d8aec35d37494a712f888b6d5536684dd89d0f0",
      },
    },
  },
  parameters: {
    required: {
      description: "At least one artifact must be listed.",
      stricter: "true",
      default: false,
      type: "boolean",
    },
  },
  *needs(subject) {
    for (const artifact of subject.after.model.artifacts) {
      const need = digestOf(subject, artifact);
      if (need) yield need;
    }
  },
  *check(subject, measured, { required }) {
    const { artifacts, id } = subject.after.model;
    if (artifacts.length === 0) {
      if (!required) yield notApplicable("the card lists no artifact");
      else {
        const fix = "add `model.artifacts: [{ path: …, sha256: … }]`";
        yield finding({ about: "artifacts|none", at: id.at, says: "the card lists no model artifact", fix });
      }
      return;
    }
    let matched = 0;
    for (const artifact of artifacts) {
      const need = digestOf(subject, artifact);
      const name = artifact.path?.value ?? "an artifact without a path";
      const about = `artifact|${name}`;
      if (!need) {
        yield finding({
          about,
          at: artifact.at,
          says: `${name} cannot be looked at`,
          fix: "give the artifact a `path`",
        });
        continue;
      }
      const result = measured.of(need);
      if (result.kind === "cannot-tell") {
        yield cannotTell({
          about,
          at: artifact.at,
          says: `${name}: ${result.says}`,
          needs: `${result.fix}; or fetch it in a step before the check`,
        });
      } else if (artifact.sha256 === null) {
        yield finding({
          about,
          at: artifact.at,
          says: `${name} has no sha256`,
          fix: `add \`sha256: ${result.sha256}\``,
        });
      } else if (!isStated(artifact.sha256.value, result)) {
        const says = `${name} is not the file whose sha256 the card gives`;
        yield finding({
          about,
          at: artifact.sha256.at,
          says,
          fix: `set \`sha256: ${result.sha256}\` and raise the version, or restore the file`,
        });
      } else matched++;
    }
    if (matched > 0)
      yield fine({ checked: `${matched} of ${artifacts.length} artifacts have the stated sha256` });
  },
});

function digestOf({ after }: Subject, artifact: Artifact): DigestNeed | null {
  return artifact.path ? { kind: "digest", path: resolveIn(after.card.folder, artifact.path.value) } : null;
}

import type { OutputSubject } from "../../evidence/output/output.ts";
import type { Model } from "../../inventory/model.ts";
import { counted } from "../../measurement/number-format.ts";
import { type Whose, whoseModel } from "../model-names.ts";
import { defineRule } from "../rule.ts";
import { outputsOf, type Shown } from "../tool-outputs.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { sameVersion } from "./same-version.ts";

interface Parameters {
  readonly bound: boolean;
}

export default defineRule<Parameters>({
  id: "evidence/subject-matches",
  question: "Is each tool's file about this model, in this version?",
  why: "A clean scan, a passed red team or a good score of another model, or of the version before, is easily left in the folder. It looks the same and says nothing of what is deployed.",
  controls: ["TRC-02"],
  remedy: {
    says: "Run the tool on this version and commit what it writes. When the file is right, give the card the name, version or digest that the tool knows; a model behind an assistant goes under `base_models`.",
    yaml: `
model:
  id: support-assistant
  version: 2.1.0
  base_models: [{ name: gpt-4o-mini, version: 2024-07-18, supplier: OpenAI }]
evidence:
  - { path: evidence/red-team.json, sha256: 97d509a8500db48959e7c0f30ac51ddb3358b600c209f5a687cf09b7bd0583bd }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: city-answers, version: 1.2.0, task: generation }
evidence: [{ path: evals.jsonl }]
`,
      "evals.jsonl": `
{"spec":{"run_id":"r1","eval_name":"capitals.test.v1","base_eval":"capitals","split":"test","completion_fns":["city-answers-large"],"run_config":{"eval_spec":{"cls":"evals.elsuite.basic.match:Match"}},"created_at":"2026-10-02 09:00:00"}}
{"run_id":"r1","final_report":{"accuracy":0.75}}
{"run_id":"r1","event_id":0,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":1,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":2,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":3,"type":"match","data":{"correct":false}}
`,
    },
    passing: {
      "evals.jsonl": { "city-answers-large": "city-answers" },
    },
  },
  parameters: {
    bound: {
      description:
        "A file that does not say which model it is about must be bound to this card by its sha256. Many tools never say it.",
      stricter: "true",
      default: false,
      type: "boolean",
    },
  },
  needs: () => [],
  *check({ after }, _measured, { bound }) {
    const outputs = outputsOf(after);
    if (outputs.length === 0) yield notApplicable("the card names no file of a tool");
    const whose = whoseModel(after.model);
    const silent: Shown[] = [];
    let matching = 0;
    for (const shown of outputs) {
      const answers = comparisons(shown, after.model, whose);
      yield* answers.filter((answer) => answer !== "fits");
      if (answers.length === 0) silent.push(shown);
      else if (answers.every((answer) => answer === "fits")) matching++;
    }
    if (matching > 0) yield fine({ checked: `this model is named in ${counted(matching, "file")} of tools` });
    const loose = bound ? silent.filter(({ file }) => file.sha256 === null) : [];
    yield* loose.map(unbound);
    const rest = silent.length - loose.length;
    if (rest > 0) {
      const by = bound ? ", and its sha256 binds each to this card" : "";
      yield fine({ checked: `no model is named in ${counted(rest, "file")} of tools${by}` });
    }
  },
});

/** One answer for each thing that the file says of its subject and that the card says too. */
function comparisons(shown: Shown, model: Model, whose: Whose): (Verdict | "fits")[] {
  const { subject } = shown.output;
  if (subject === null) return [];
  return [
    ofDigest(shown, subject, model),
    ofName(shown, subject, model, whose),
    ofVersion(shown, subject, model, whose),
  ].flatMap((answer) => answer ?? []);
}

function ofDigest({ file, output }: Shown, { digest }: OutputSubject, { artifacts }: Model) {
  if (digest === null) return null;
  const [, hex = ""] = /^sha256:([0-9a-f]{64})$/i.exec(digest) ?? [];
  const stated = artifacts.flatMap(({ sha256 }) =>
    sha256 ? [sha256.value.toLowerCase().replace(/^sha256:/, "")] : [],
  );
  if (stated.includes(hex.toLowerCase())) return "fits" as const;
  const about = `digest|${file.id}`;
  const says = `${file.path}, of ${output.tool}, is about a model file with the digest ${digest.slice(0, 80)}`;
  if (hex === "" || stated.length === 0) {
    const needs = "list the model's file in `model.artifacts`, with its sha256";
    return cannotTell({
      about,
      at: file.at,
      says: `${says}, and the card gives none to compare it with`,
      needs,
    });
  }
  const fix = "run the tool on the file that the card lists, or correct `model.artifacts`";
  return finding({ about, at: file.at, says: `${says}, which is none of the card's artifacts`, fix });
}

function ofName({ file, output }: Shown, { model: name }: OutputSubject, model: Model, whose: Whose) {
  if (name === null) return null;
  if (whose(name) !== "other") return "fits" as const;
  const says = `${file.path}, of ${output.tool}, is about the model "${name.slice(0, 200)}", and this card is of "${model.id.value}"`;
  const fix = "run the tool on this model; if it is the one behind it, list it in `model.base_models`";
  return finding({ about: `model|${file.id}`, at: file.at, says, fix });
}

/** The version of a model that this one is built on is not this one's. */
function ofVersion(
  { file, output }: Shown,
  { model: name, version }: OutputSubject,
  model: Model,
  whose: Whose,
) {
  if (version === null || (name !== null && whose(name) !== "own")) return null;
  const about = `version|${file.id}`;
  const says = `${file.path}, of ${output.tool}, is about version ${version.slice(0, 80)}`;
  if (model.version === null) {
    return cannotTell({
      about,
      at: file.at,
      says: `${says}, and the card gives none`,
      needs: "add `model.version`",
    });
  }
  const same = sameVersion(version, model.version.value);
  if (same === true) return "fits" as const;
  if (same === null) return null;
  const fix = "run the tool on this version, or correct `model.version`";
  return finding({ about, at: file.at, says: `${says}, and this card is of ${model.version.value}`, fix });
}

function unbound({ file, output }: Shown): Verdict {
  return cannotTell({
    about: `silent|${file.id}`,
    at: file.at,
    says: `${file.path}, of ${output.tool}, does not say which model it is about, and no sha256 binds it to this card`,
    needs: "add `sha256:` to its entry in `evidence`",
  });
}

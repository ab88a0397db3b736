import type { Dossier } from "../../case/dossier.ts";
import { counted } from "../../measurement/number-format.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { outputsOf, type Shown } from "../tool-outputs.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

interface Parameters {
  readonly maximumAgeDays: number;
  readonly dated: boolean;
}

const DAY = 86_400_000;

export default defineRule<Parameters>({
  id: "evidence/newer-than-model",
  question: "Is what the tools wrote newer than the model that it is to vouch for, and not too old?",
  why: "Evidence that is older than the model, or than the data that the model was trained on, is of another model. Evidence that is years old is of another world. A date in the future is a wrong clock or an edited file.",
  controls: ["TRC-02"],
  remedy: {
    says: "Run the tool again on the model as it is now, and commit what it writes. When the data's last day was wrong, correct it.",
    yaml: `
data:
  - split: train
    path: evidence/train.csv
    period: { from: 2023-01-01, to: 2026-06-30 } # the tool's file has to be later
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: city-answers, version: 1.2.0, task: generation }
data: [{ split: train, dataset: travel questions, period: { from: 2025-01-01, to: 2026-06-30 } }]
evidence: [{ path: evals.jsonl }]
`,
      "evals.jsonl": `
{"spec":{"run_id":"r1","eval_name":"capitals.test.v1","base_eval":"capitals","split":"test","completion_fns":["city-answers"],"run_config":{"eval_spec":{"cls":"evals.elsuite.basic.match:Match"}},"created_at":"2026-03-15 09:00:00"}}
{"run_id":"r1","final_report":{"accuracy":0.75}}
{"run_id":"r1","event_id":0,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":1,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":2,"type":"match","data":{"correct":true}}
{"run_id":"r1","event_id":3,"type":"match","data":{"correct":false}}
`,
    },
    passing: {
      "evals.jsonl": { "2026-03-15": "2026-10-02" },
    },
  },
  parameters: {
    maximumAgeDays: {
      description: "How many days before the day of the judgement a tool's file may have been written.",
      stricter: "lower",
      default: 730,
      type: "integer",
      minimum: 1,
    },
    dated: {
      description: "A file that does not say when it was written cannot be told. Some tools never say it.",
      stricter: "true",
      default: false,
      type: "boolean",
    },
  },
  needs: () => [],
  *check(subject, _measured, { maximumAgeDays, dated }) {
    const outputs = outputsOf(subject.after);
    if (outputs.length === 0) yield notApplicable("the card names no file of a tool");
    const old = leftBehind(subject);
    let current = 0;
    let undated = 0;
    for (const shown of outputs) {
      const written = timeOf(shown);
      if (old.has(shown.file.path)) yield unchanged(shown);
      else if (written !== null) {
        const wrong = outOfTime(shown, written, subject, maximumAgeDays);
        if (wrong) yield wrong;
        else current++;
      } else if (dated) yield withoutDate(shown);
      else undated++;
    }
    if (current > 0)
      yield fine({
        checked: `${counted(current, "file")} of tools written in the last ${maximumAgeDays} days`,
      });
    if (undated > 0) yield notApplicable(`no date is in ${counted(undated, "file")} of tools`);
  },
});

function timeOf({ output }: Shown): number | null {
  const time = output.producedAt === null ? Number.NaN : Date.parse(output.producedAt);
  return Number.isNaN(time) ? null : time;
}

/** A day of the card lasts until its end, everywhere on earth. */
function outOfTime(shown: Shown, written: number, { after, asOf }: Subject, most: number): Verdict | null {
  const { file, output } = shown;
  const when = `${file.path}, of ${output.tool}, was written on ${new Date(written).toISOString().slice(0, 10)}`;
  const today = Date.parse(`${asOf}T00:00:00Z`);
  const place = { about: `time|${file.id}`, at: file.at };
  if (written >= today + 2 * DAY) {
    const fix = "correct the clock of the machine that runs the tool, and run it again";
    return finding({ ...place, says: `${when}, after ${asOf}, the day of this judgement`, fix });
  }
  const until = lastDayOfTraining(after);
  if (until !== null && written < Date.parse(`${until}T00:00:00Z`) - DAY) {
    const says = `${when}, before ${until}, the last day of the training data: it is of an earlier model`;
    return finding({ ...place, says, fix: "run the tool again on this model, or correct `period.to`" });
  }
  const age = Math.floor((today - written) / DAY);
  if (age <= most) return null;
  return finding({
    ...place,
    says: `${when}, ${age} days ago; this tier allows ${most}`,
    fix: "run the tool again",
  });
}

function lastDayOfTraining({ model }: Dossier): string | null {
  const days = model.data.flatMap(({ split, until }) =>
    until && split?.value === "train" ? [until.value] : [],
  );
  const real = days.filter(
    (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)),
  );
  return real.sort().at(-1) ?? null;
}

/** The files of tools that are still those of the base, though the model's own file is not. */
function leftBehind({ before, after }: Subject): ReadonlySet<string> {
  if (before === null || !haveOtherDigests(before, after)) return new Set();
  const earlier = new Map(outputsOf(before).map(({ file, output }) => [file.path, JSON.stringify(output)]));
  const same = outputsOf(after).filter(
    ({ file, output }) => earlier.get(file.path) === JSON.stringify(output),
  );
  return new Set(same.map(({ file }) => file.path));
}

/** An artifact of the same path with another digest is another model; one that came or went need not be. */
function haveOtherDigests(before: Dossier, after: Dossier): boolean {
  const were = new Map(
    before.model.artifacts.map(({ path, sha256 }) => [path?.value, sha256?.value.toLowerCase()]),
  );
  return after.model.artifacts.some(({ path, sha256 }) => {
    const was = were.get(path?.value);
    return was !== undefined && sha256 !== null && was !== sha256.value.toLowerCase();
  });
}

function unchanged({ file, output }: Shown): Verdict {
  return finding({
    about: `before|${file.id}`,
    at: file.at,
    says: `this change brings another model file, and ${file.path}, of ${output.tool}, is still the one that the base has`,
    fix: "run the tool again on the new model",
  });
}

function withoutDate({ file, output }: Shown): Verdict {
  return cannotTell({
    about: `time|${file.id}`,
    at: file.at,
    says: `${file.path}, of ${output.tool}, does not say when it was written`,
    needs: "commit a form of the tool's result that has its time, or have a reviewer vouch for it",
  });
}

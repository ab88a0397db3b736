import type { IssueFact } from "../../evidence/output/fact.ts";
import { resolveIn } from "../../inventory/resolve.ts";
import { counted } from "../../measurement/number-format.ts";
import { oneByOne } from "../one-by-one.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { factsOf, type ShownFact } from "../tool-outputs.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { covers } from "./covers.ts";

interface Parameters {
  readonly required: boolean;
  readonly severity: (typeof SEVERITIES)[number];
}

/** Worst first. */
const SEVERITIES = ["critical", "high", "medium", "low", "info"] as const;
/** Issues that a message names. */
const SHOWN = 3;

export default defineRule<Parameters>({
  id: "security/scans-cover-artifacts",
  question: "Was the model's own file scanned, to the end, with no serious issue left open?",
  why: "A model file can run code when it is loaded. A clean scan of the folder next to it, of last year's file, or one that ended in an error, looks just like a clean scan of this one.",
  controls: ["SEC-01", "SEC-05"],
  remedy: {
    says: "Scan the files that the card lists, mend what was found, and commit the result. A false alarm is suppressed in the scanner, where its reason stays.",
    yaml: `
model:
  id: credit-default
  artifacts: [{ path: model.onnx, sha256: 97d509a8500db48959e7c0f30ac51ddb3358b600c209f5a687cf09b7bd0583bd }]
evidence:
  - { path: evidence/modelscan.json }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, artifacts: [{ path: model.pkl, sha256: 1b465fa6b6bcbc06a3199e3d2d8aec35d37494a712f888b6d5536684dd89d0f0 }] }
evidence: [{ path: modelscan.json }]
`,
      "modelscan.json": `
{
  "summary": { "modelscan_version": "0.8.8", "total_issues_by_severity": { "HIGH": 0 }, "scanned": { "total_scanned": 1, "scanned_files": ["model-2025.pkl"] } },
  "issues": [],
  "errors": []
}
`,
    },
    passing: {
      "modelscan.json": { "model-2025.pkl": "model.pkl" },
    },
  },
  parameters: {
    required: {
      description:
        "Every artifact must be in a scan. Otherwise that is asked where a scanner lists its files.",
      stricter: "true",
      default: false,
      type: "boolean",
    },
    severity: {
      description:
        "The least severe issue that may not be open. An issue of unknown severity may not be, either.",
      stricter: { later: SEVERITIES },
      default: "high",
      enum: [...SEVERITIES],
    },
  },
  reads: ["scan", "issue"],
  needs: () => [],
  *check(subject, _measured, { required, severity }) {
    const { after } = subject;
    const scans = factsOf(after, "scan");
    const issues = factsOf(after, "issue");
    const listing = scans.some(({ fact }) => fact.covered !== null);
    if (scans.length === 0 && issues.length === 0 && !required)
      yield notApplicable("no scanner's file is shown");
    if (listing || required) yield* coverage(subject, scans);
    yield* openIssues(issues, severity);
    const open = issues.some(({ fact }) => isOpen(fact, severity));
    if (scans.length === 0 && issues[0] && !open && !required) yield unended(issues[0]);
    if (scans.length > 0 && !open)
      yield fine({
        checked: `${counted(scans.length, "scan")}, no open issue of severity ${severity} or worse${suppressed(issues)}`,
      });
  },
});

function* coverage({ after }: Subject, scans: readonly ShownFact<"scan">[]): Generator<Verdict> {
  const { artifacts, id } = after.model;
  if (artifacts.length === 0) {
    const needs = "add `model.artifacts: [{ path: …, sha256: … }]`";
    yield cannotTell({
      about: "artifacts|none",
      at: id.at,
      says: "the card lists no model file that a scan could cover",
      needs,
    });
  }
  let covered = 0;
  for (const { path, at } of artifacts) {
    if (!path) continue;
    const own = resolveIn(after.card.folder, path.value);
    const looked = scans.filter(({ fact }) => fact.covered?.some((scanned) => covers(scanned, own)));
    const whole = looked.some(({ output }) => output.incomplete.length === 0);
    if (whole) {
      covered++;
      continue;
    }
    const [broken] = looked;
    const about = `scan|${path.value}`;
    if (broken) {
      const says = `${path.value} is in the scan of ${broken.fact.scanner}, which was not a whole one`;
      yield cannotTell({ about, at, says, needs: "run the scanner again, to its end and without an error" });
    } else {
      const fix =
        "run a scanner that lists its files, such as modelscan, on this file, and name its result in `evidence`";
      yield finding({ about, at, says: `no scan covers ${path.value}`, fix });
    }
  }
  if (covered > 0) yield fine({ checked: `${covered} of ${artifacts.length} artifacts are in a whole scan` });
}

function* openIssues(
  issues: readonly ShownFact<"issue">[],
  severity: Parameters["severity"],
): Generator<Verdict> {
  const open = issues.filter(({ fact }) => isOpen(fact, severity));
  const answer = ({ fact, file }: ShownFact<"issue">, left: number): Verdict => {
    const where = fact.path === null ? "" : ` in ${fact.path}`;
    const more = left > 1 ? `; so are ${left - 1} more` : "";
    return finding({
      about: `issue|${left === 0 ? `${fact.rule}|${fact.path ?? ""}` : "more"}|${file.id}`,
      at: fact.at,
      says: `${fact.scanner} found ${fact.rule}${where}, of severity ${fact.severity}, which is open: ${fact.says}${more}`,
      fix: "mend it and scan again; a false alarm is suppressed in the scanner, with its reason",
    });
  };
  yield* oneByOne(open, (issue) => answer(issue, 0), answer);
}

/** What a run found that does not say that it ended may not be all that there is. */
function unended({ fact, file }: ShownFact<"issue">): Verdict {
  const says = `${fact.scanner} shows no open issue, and no scan that ran to its end`;
  const needs = "run the scanner again, so that its file says that it ended well";
  return cannotTell({ about: `unended|${file.id}`, at: fact.at, says, needs });
}

function isOpen({ suppressed, severity }: IssueFact, least: Parameters["severity"]): boolean {
  if (suppressed) return false;
  return severity === "unknown" || SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

function suppressed(issues: readonly ShownFact<"issue">[]): string {
  const quiet = issues.flatMap(({ fact }) => (fact.suppressed ? [fact.rule] : []));
  if (quiet.length === 0) return "";
  const named = [...new Set(quiet)].slice(0, SHOWN).join(", ");
  return `; ${counted(quiet.length, "issue")} suppressed: ${named}`;
}

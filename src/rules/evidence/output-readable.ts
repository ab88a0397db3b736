import type { EvidenceFile } from "../../evidence/file.ts";
import type { OutputWarning } from "../../evidence/output/output.ts";
import type { OutputState } from "../../evidence/output/output-state.ts";
import { counted } from "../../measurement/number-format.ts";
import { defineRule } from "../rule.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";

/** Files that a message names. */
const SHOWN = 3;

export default defineRule({
  id: "evidence/output-readable",
  question: "Was every file of a tool understood, and is what no tool wrote declared as what it is?",
  why: "A result that no one could read is no result. A file that was cut off, written by hand or exported in another format looks like evidence in a folder listing and proves nothing.",
  controls: ["TRC-01"],
  remedy: {
    says: "Name the file that the tool itself wrote. A file that only people read says so, by a kind in a word of your own.",
    yaml: `
evidence:
  - { path: evidence/promptfoo-results.json }
  - { kind: review-notes, path: evidence/review.json }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: churn, task: binary-classification }
evidence: [{ path: review.json }]
`,
      "review.json": `
{ "reviewed": "2026-10-02", "verdict": "looks good" }
`,
    },
    passing: {
      "model-card.yaml": { "{ path": "{ kind: review-notes, path" },
    },
  },
  parameters: {},
  needs: () => [],
  *check({ after: { files } }) {
    if (files.length === 0) yield notApplicable("the card names no file beside its tables");
    const tools = new Map<string, number>();
    const unread: string[] = [];
    for (const file of files) {
      const wrong = wrongWith(file);
      if (wrong) yield wrong;
      else if (file.output.kind === "output") {
        const { tool, warnings } = file.output.output;
        tools.set(tool, (tools.get(tool) ?? 0) + 1);
        if (warnings.length > 0) yield passedOver(file.path, warnings);
      } else unread.push(file.path);
    }
    if (tools.size > 0) {
      const each = [...tools].map(([tool, files]) => (files === 1 ? tool : `${tool} (${files} files)`));
      yield fine({ checked: `understood: ${each.join(", ")}` });
    }
    if (unread.length > 0) {
      const named = `${unread.slice(0, SHOWN).join(", ")}${unread.length > SHOWN ? ", …" : ""}`;
      yield fine({ checked: `${counted(unread.length, "file")} for people alone, not read: ${named}` });
    }
  },
});

function passedOver(path: string, [first, ...others]: readonly OutputWarning[]): Verdict {
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return fine({ checked: `${path} was read with this passed over: ${first?.says}${more}` });
}

/** Null where it was understood, where it is for people, or where data/predictions-well-formed tells what is wrong. */
function wrongWith({ id, path, at, kind, problem, output }: EvidenceFile): Verdict | null {
  switch (output.kind) {
    case "output":
      return null;
    case "unparsed": {
      const { problem: fault, tool } = output;
      const says = `${path} is ${tool}'s and cannot be understood: ${fault.says}`;
      return finding({ about: `unparsed|${id}`, at: fault.at, says, fix: fault.fix });
    }
    case "unopened": {
      if (problem) return null;
      const needs = "check the step that writes it";
      return cannotTell({ about: `empty|${id}`, at, says: `${path} is empty`, needs });
    }
    case "unknown":
      return unclaimed(output, { about: `${output.why}|${id}`, at, kind, path });
  }
}

function unclaimed(
  { why, says: reason, fix }: Extract<OutputState, { kind: "unknown" }>,
  { about, at, kind, path }: Pick<EvidenceFile, "at" | "kind" | "path"> & { readonly about: string },
): Verdict | null {
  const says = `${path} was not read: ${reason}`;
  switch (why) {
    case "not-the-declared-tool":
    case "broken":
      return finding({ about, at, says, fix });
    case "over-cap":
    case "several-tools":
      return cannotTell({ about, at, says, needs: fix });
    case "data": {
      const needs = `${fix}; or, where only people read it, say what it is in a word of your own, such as \`kind: notes\``;
      return kind === UNDECLARED ? cannotTell({ about, at, says, needs }) : null;
    }
    case "other":
      return null;
  }
}

/** What a file is called whose entry gives no kind. */
const UNDECLARED: EvidenceFile["kind"] = "unrecognised";

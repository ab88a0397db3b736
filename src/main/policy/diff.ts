import { type Contrasts, contrasted } from "../../gate.ts";
import { LIFECYCLES } from "../../inventory/vocabulary.ts";
import { comparePolicies } from "../../policy/compare/compare.ts";
import type { Policy } from "../../policy/policy.ts";
import { type PolicyDiff, policyDiff } from "../../report/policy/diff.ts";
import type { TextOptions } from "../../report/renderings/text.ts";
import { RULES } from "../../rules/catalogue.ts";
import { dateOf } from "../date-of.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { faultLine } from "../failure.ts";
import { openGround } from "../ground.ts";
import { nothingToJudge } from "../nothing.ts";
import { oneOf } from "../one-of.ts";
import { outputsOf, writeOutput } from "../outputs.ts";
import { progressOn } from "../progress.ts";
import { tell } from "../tell.ts";
import { UsageError } from "../usage-error.ts";
import { policyFor } from "./source.ts";

const FORMATS = ["text", "json", "markdown"] as const;

export interface DiffOptions {
  readonly against?: readonly string[];
  readonly stage?: string;
  readonly asOf?: string;
  readonly format?: readonly string[];
  readonly exitCode?: boolean;
}

/** Says what one policy asks for that another does not, and what that does to the models that are named. */
export async function diff(old: string, young: string | undefined, options: DiffOptions): Promise<ExitCode> {
  const outputs = outputsOf(options.format ?? [], FORMATS, "text");
  const { against = [] } = options;
  if (against.length === 0 && (options.stage !== undefined || options.asOf !== undefined))
    throw new UsageError(
      "--stage and --as-of are for judging models, and none is named",
      "add --against PATH",
    );
  const [before, after] = [await policyFor(old), await policyFor(young)];
  const shifts = comparePolicies(before, after, RULES);
  const answer = against.length === 0 ? null : await judged(before, after, options);
  const compared = policyDiff(before, after, shifts, answer?.contrasts ?? null);
  for (const output of outputs)
    await writeOutput(output, (format, terminal) => rendered(compared, format, terminal));
  const faults = answer?.contrasts.flatMap((one) => one.faults) ?? [];
  for (const fault of faults) tell(faultLine(fault));
  if (faults.length > 0) return EXIT.fault;
  const { looser, unclear } = compared.counts;
  if (options.exitCode && looser + unclear > 0) return EXIT.hold;
  return answer?.contrasts.length === 0 ? EXIT.nothing : EXIT.fine;
}

async function judged(before: Policy, after: Policy, options: DiffOptions): Promise<Contrasts> {
  const stage = options.stage === undefined ? null : oneOf("stage", options.stage, LIFECYCLES);
  const asOf = dateOf(options.asOf);
  const ground = await openGround(options.against ?? [], async () => ({ base: null, head: null }));
  const progress = progressOn(process.stderr);
  try {
    const { head, scope } = ground;
    const answer = await contrasted({ head, scope, stage, asOf, before, after, progress: progress.show });
    progress.clear();
    if (answer.contrasts.length === 0) process.stderr.write(nothingToJudge(scope));
    for (const { says, fix } of answer.notices) tell(`${says}; ${fix}`);
    return answer;
  } finally {
    progress.clear();
    ground.repository?.close();
  }
}

async function rendered(
  compared: PolicyDiff,
  format: (typeof FORMATS)[number],
  terminal: TextOptions,
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../../report/policy/diff-text.ts")).policyDiffText(compared, terminal);
    case "json":
      return (await import("../../report/escape/json.ts")).serialise(compared);
    case "markdown":
      return (await import("../../report/policy/diff-markdown.ts")).policyDiffMarkdown(compared);
  }
}

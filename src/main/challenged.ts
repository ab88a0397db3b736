import { type Challenge, challenge } from "../gate.ts";
import { LIFECYCLES } from "../inventory/vocabulary.ts";
import { dateOf } from "./date-of.ts";
import { faultLine } from "./failure.ts";
import { openGround } from "./ground.ts";
import { noSuchModel } from "./no-such-model.ts";
import { nothingToJudge } from "./nothing.ts";
import { oneOf } from "./one-of.ts";
import { version } from "./package.ts";
import { progressOn } from "./progress.ts";
import { shippedPolicies } from "./shipped-policies.ts";
import { tell } from "./tell.ts";
import { UsageError } from "./usage-error.ts";

/** What is to be judged, and how, as the command line wrote it. */
export interface ChallengeOptions {
  readonly base?: string;
  readonly model?: string;
  readonly stage?: string;
  readonly asOf?: string;
  readonly advisory?: boolean;
}

/** Judges the models below the paths, by default all of this repository; faults and an empty ground are told. */
export async function challenged(paths: readonly string[], options: ChallengeOptions): Promise<Challenge> {
  const stage = options.stage === undefined ? null : oneOf("stage", options.stage, LIFECYCLES);
  const asOf = dateOf(options.asOf);
  const ground = await openGround(paths.length > 0 ? paths : ["."], async (repository) => {
    if (options.base === undefined) return { base: null, head: null };
    if (!repository)
      throw new UsageError("--base needs a git repository, and here is none", "run it inside the repository");
    return { base: await repository.commitNamed(options.base), head: null };
  });
  const progress = progressOn(process.stderr);
  try {
    const { head, base, commit, scope } = ground;
    const advisory = options.advisory ?? false;
    const model = options.model ?? null;
    const request = { head, base, commit, scope, model, stage, asOf, advisory };
    const answer = await challenge({
      ...request,
      shipped: await shippedPolicies(),
      version: version(),
      progress: progress.show,
    });
    progress.clear();
    if (model !== null && answer.report.models.length === 0) throw noSuchModel(model, answer.known);
    if (answer.report.models.length === 0) process.stderr.write(nothingToJudge(scope));
    for (const fault of answer.faults) tell(faultLine(fault));
    return answer;
  } finally {
    progress.clear();
    ground.repository?.close();
  }
}

import { setFailed } from "@actions/core";
import { challenge } from "../gate.ts";
import type { Change } from "../github/change.ts";
import { required } from "../github/environment.ts";
import { changeFrom } from "../github/event.ts";
import { readPayload } from "../github/event-file.ts";
import { readInputs } from "../github/inputs.ts";
import { publish } from "../github/publish.ts";
import { renderText } from "../report/renderings/text.ts";
import { basis } from "./basis.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { failureOf, faultLine } from "./failure.ts";
import { openGround } from "./ground.ts";
import { noSuchModel } from "./no-such-model.ts";
import { nothingToJudge } from "./nothing.ts";
import { version } from "./package.ts";
import { shippedPolicies } from "./shipped-policies.ts";

const LOG_WIDTH = 110;

async function run(env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const inputs = readInputs();
  const change: Change = changeFrom(required(env, "GITHUB_EVENT_NAME"), await readPayload(env), env);
  process.chdir(required(env, "GITHUB_WORKSPACE"));
  const ground = await openGround(inputs.paths, (repository) => basis(repository, change, inputs.base));
  try {
    const { head, base, commit, scope } = ground;
    const { model, stage, advisory } = inputs;
    const asOf = inputs.asOf ?? new Date().toISOString().slice(0, 10);
    const request = { head, base, commit, scope, model, stage, asOf, advisory };
    const answer = await challenge({ ...request, shipped: await shippedPolicies(), version: version() });
    if (model !== null && answer.report.models.length === 0) throw noSuchModel(model, answer.known);
    process.stdout.write(renderText(answer.report, { width: LOG_WIDTH, colour: false }));
    if (answer.report.models.length === 0) process.stdout.write(nothingToJudge(scope));
    await publish(answer.report, { change, env }, inputs);
    for (const fault of answer.faults) setFailed(faultLine(fault));
    return exitCode(answer, advisory);
  } finally {
    ground.repository?.close();
  }
}

try {
  process.exitCode = await run(process.env);
} catch (error) {
  const { code, lines } = failureOf(error);
  setFailed(lines.join("\n"));
  process.exitCode = code;
}

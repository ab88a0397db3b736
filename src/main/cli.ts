#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { checkCommand } from "./commands/check.ts";
import { explainCommand } from "./commands/explain.ts";
import { metricsCommand } from "./commands/metrics.ts";
import { policyCommand } from "./commands/policy.ts";
import { reportCommand } from "./commands/report.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { failureOf } from "./failure.ts";
import { version } from "./package.ts";

const COMMANDS = [checkCommand, reportCommand, metricsCommand, explainCommand, policyCommand];

async function run(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = new Command("effective-challenge")
    .description(
      "Challenges models: reads the model card and the evidence, recomputes the reported numbers, recommends.",
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError("(--help shows what there is)")
    .configureHelp({ helpWidth: 100 });
  for (const command of COMMANDS) {
    command(program, (exit) => {
      code = exit;
    });
  }
  await program.parseAsync([...argv]);
  return code;
}

// Who stops reading (`| head`) has seen enough; the answer stays what it is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

try {
  process.exitCode = await run(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  else {
    const { code, lines } = failureOf(error);
    process.stderr.write(`effective-challenge: ${lines.join("\n")}\n`);
    process.exitCode = code;
  }
}

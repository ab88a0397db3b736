import type { TestCase } from "vitest/node";
import { startVitest } from "vitest/node";
import { inRoot } from "../docs/root.ts";
import type { Mutant } from "./mutant.ts";
import { planting } from "./plant.ts";

/** The first test that fails on the mutant, by file and title; null when all pass. */
export async function killerOf(mutant: Mutant): Promise<string | null> {
  const failed: TestCase[] = [];
  const vitest = await startVitest(
    "test",
    mutant.tests.map((test) => inRoot(test)),
    {
      root: inRoot(""),
      watch: false,
      bail: 1,
      // With two at work, the one that stops the other may leave before it has told why.
      maxWorkers: 1,
      setupFiles: [inRoot("tools/mutants/no-shrinking.ts")],
      reporters: [
        {
          onTestCaseResult: (test) => {
            if (test.result().state === "failed") failed.push(test);
          },
        },
      ],
    },
    { plugins: [planting(mutant)] },
  );
  const modules = vitest.state.getTestModules();
  await vitest.close();
  process.exitCode = 0;
  if (modules.length === 0) throw new Error(`there are no tests in ${mutant.tests.join(", ")}`);
  const broken = modules.find((module) => module.errors().length > 0);
  if (broken) throw new Error(`${broken.moduleId} could not be run on: ${mutant.breaks}`);
  const [first] = failed;
  return first ? `${first.module.relativeModuleId}: ${first.fullName}` : null;
}

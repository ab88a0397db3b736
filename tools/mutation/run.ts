import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { evidenceFixtures, type Fixture } from "../evidence/fixtures.ts";
import { judge } from "./judged.ts";
import { type Trial, trial } from "./trial.ts";

/** A trial, in a form that goes from one process to another. */
type Answer = Omit<Trial, "honest"> & {
  readonly honest: readonly (readonly [reason: string, times: number])[];
};

/** Longer without an answer about one fixture is a hang, whatever the machine. */
const LONGEST_MINUTES = 20;
const SHOWN = 3;

interface Task {
  readonly fixture: Fixture;
  readonly count: number;
  readonly seed: number;
}

process.on("message", (task: Task) => void answer(task));
if (process.send === undefined) await main();

/** In a process of its own, so that a hang can be ended. */
async function answer({ fixture, count, seed }: Task): Promise<void> {
  const { honest, ...done } = await trial(fixture, await judge(), count, seed);
  process.send?.({ ...done, honest: [...honest] });
  process.disconnect();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const chosen = evidenceFixtures().filter(({ path }) => positionals.every((part) => path.includes(part)));
  if (chosen.length === 0 || !(count > 0) || !Number.isInteger(seed)) {
    console.error("usage: npm run mutations -- [PART OF A FIXTURE'S PATH] [--count N] [--seed N]");
    process.exit(2);
  }
  let failed = 0;
  for (const fixture of chosen) {
    const done = await inProcess({ fixture, count, seed });
    failed += typeof done === "string" ? 1 : done.failures.length;
    console.log(`${fixture.path}: ${typeof done === "string" ? done : said(done, count)}`);
  }
  console.log(failed === 0 ? "no mutation failed" : `${failed} mutations failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function inProcess(task: Task): Promise<Answer | string> {
  return new Promise((settle) => {
    const child = fork(new URL(import.meta.url));
    const timer = setTimeout(() => {
      settle(`no answer in ${LONGEST_MINUTES} minutes`);
      child.kill("SIGKILL");
    }, LONGEST_MINUTES * 60_000);
    child.once("message", (answer) => settle(answer as Answer));
    child.once("exit", (code) => {
      clearTimeout(timer);
      settle(`it ended with ${code}`);
    });
    child.send(task);
  });
}

function said({ read, passes, honest, failures }: Answer, count: number): string {
  const reasons = honest.map(([reason, times]) => `${times} because ${reason}`);
  const lines = failures.slice(0, SHOWN).map(({ seed, says }) => `\n    seed ${seed}: ${says}`);
  return [
    `${count} mutations, ${read} read, ${passes} passes`,
    ...(reasons.length > 0 ? [`honest: ${reasons.join(", ")}`] : []),
    ...(failures.length > 0 ? [`${failures.length} FAILED${lines.join("")}`] : []),
  ].join("; ");
}

import { type ChildProcess, fork } from "node:child_process";
import { parseArgs } from "node:util";
import { evidenceFixtures, type Fixture } from "../evidence/fixtures.ts";
import { CUT } from "./honest.ts";
import { judge } from "./judged.ts";
import { type FailureKind, type Trial, trial } from "./trial.ts";

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

if (process.send === undefined) await main();
else await answerAll();

/** In a process of its own, so that a hang can be ended. */
async function answerAll(): Promise<void> {
  const judged = await judge();
  process.on("message", async ({ fixture, count, seed }: Task) => {
    const { honest, ...done } = await trial(fixture, judged, count, seed);
    process.send?.({ ...done, honest: [...honest] });
  });
  process.send?.("ready");
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      table: { type: "boolean", default: false },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const all = evidenceFixtures();
  const named = all.filter(({ path }) => positionals.includes(path));
  const chosen =
    named.length > 0 ? named : all.filter(({ path }) => positionals.every((part) => path.includes(part)));
  if (chosen.length === 0 || !(count > 0) || !Number.isInteger(seed)) {
    console.error("usage: npm run mutations -- [PART OF A FIXTURE'S PATH] [--count N] [--seed N] [--table]");
    process.exit(2);
  }
  let failed = 0;
  let helper: ChildProcess | null = null;
  for (const fixture of chosen) {
    helper ??= await started();
    const done = await answered(helper, { fixture, count, seed });
    if (typeof done === "string") helper = null;
    failed += typeof done === "string" ? 1 : done.failures.length;
    if (values.table) console.log(row(fixture, done, count));
    else console.log(`${fixture.path}: ${typeof done === "string" ? done : said(done, count)}`);
  }
  helper?.disconnect();
  if (!values.table) console.log(failed === 0 ? "no mutation failed" : `${failed} mutations failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function started(): Promise<ChildProcess> {
  return new Promise((settle) => {
    const helper = fork(new URL(import.meta.url));
    helper.once("message", () => settle(helper));
  });
}

/** What it found; or, when it gave no answer, why. It has ended then. */
function answered(helper: ChildProcess, task: Task): Promise<Answer | string> {
  return new Promise((settle) => {
    const ended = (code: number | null) => done(`it ended with ${code}`);
    const timer = setTimeout(() => {
      helper.kill("SIGKILL");
      done(`no answer in ${LONGEST_MINUTES} minutes`);
    }, LONGEST_MINUTES * 60_000);
    function done(answer: Answer | string): void {
      clearTimeout(timer);
      helper.removeAllListeners();
      settle(answer);
    }
    helper.once("message", (answer) => done(answer as Answer));
    helper.once("exit", ended);
    helper.send(task);
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

/** Fixture, mutations, crashed, hung, finding lost, cut and yet whole: a row of README.md's table. */
function row({ path }: Fixture, done: Answer | string, count: number): string {
  if (typeof done === "string") return `| \`${path}\` | ${inWords(count)} | | ${done} | | |`;
  const of = (kind: FailureKind) => inWords(done.failures.filter((failure) => failure.kind === kind).length);
  const whole = done.honest.reduce((sum, [reason, times]) => sum + (isCut(reason) ? times : 0), 0);
  return `| \`${path}\` | ${inWords(count)} | ${of("crashed")} | ${of("hung")} | ${of("lost")} | ${inWords(whole)} |`;
}

function isCut(reason: string): boolean {
  return reason === CUT.rest || reason === CUT.nothing;
}

function inWords(count: number): string {
  return count.toLocaleString("en-US");
}

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { actionMetadata } from "./action-metadata.ts";

export interface Job {
  readonly eventName: string;
  readonly payload: object;
  /** GITHUB_SHA. */
  readonly sha: string;
  readonly ref: string;
  readonly slug: string;
  readonly workspace: string;
  readonly apiUrl: string;
  readonly serverUrl?: string;
  /** What `github.token` stands for. */
  readonly token: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the output `report` points to, read before the temporary folder goes. */
  readonly report: string | null;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LONGEST_RUN_MS = 60_000;

/** Runs the bundled action as a runner does: its environment and nothing else, files for what it hands back. */
export async function runAction(job: Job, main = join(ROOT, actionMetadata().runs.main)): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), "runner-"));
  const file = (name: string) => join(folder, name);
  const handedBack = ["output", "summary", "env", "path", "state"];
  await Promise.all(handedBack.map((name) => writeFile(file(name), "")));
  await writeFile(file("event.json"), JSON.stringify(job.payload));
  const env = { ...environment(job, folder), ...inputEnvironment(job) };
  const child = spawn(process.execPath, [main], { cwd: job.workspace, env, timeout: LONGEST_RUN_MS });
  child.stdin.end();
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended, failed) => child.on("close", ended).on("error", failed)),
  ]);
  const outputs = parseOutputs(await readFile(file("output"), "utf8"));
  const summary = await readFile(file("summary"), "utf8");
  const report = outputs.report ? await readFile(outputs.report, "utf8") : null;
  await rm(folder, { recursive: true });
  return { code, stdout, stderr, outputs, summary, report };
}

function environment(job: Job, folder: string): NodeJS.ProcessEnv {
  const [owner] = job.slug.split("/");
  return {
    PATH: process.env.PATH,
    HOME: folder,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTOR: "octocat",
    GITHUB_API_URL: job.apiUrl,
    GITHUB_ENV: join(folder, "env"),
    GITHUB_EVENT_NAME: job.eventName,
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_GRAPHQL_URL: `${job.apiUrl}/graphql`,
    GITHUB_JOB: "gate",
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_PATH: join(folder, "path"),
    GITHUB_REF: job.ref,
    GITHUB_REPOSITORY: job.slug,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "9000000001",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: job.serverUrl ?? "https://github.com",
    GITHUB_SHA: job.sha,
    GITHUB_STATE: join(folder, "state"),
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    GITHUB_WORKFLOW: "Models",
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_ARCH: "X64",
    RUNNER_OS: "Linux",
    RUNNER_TEMP: folder,
    RUNNER_TOOL_CACHE: folder,
  };
}

/** Every input of action.yml, given or by default; spaces become underscores, hyphens stay. */
function inputEnvironment({ inputs = {}, token }: Job): NodeJS.ProcessEnv {
  const declared = actionMetadata().inputs;
  const unknown = Object.keys(inputs).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(", ")}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, { default: fallback = "" }]) => {
      const value = inputs[name] ?? fallback.replace(/\$\{\{ github\.token \}\}/, token);
      return [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value];
    }),
  );
}

/** The `name<<delimiter` form that the runner reads. */
export function parseOutputs(written: string): Record<string, string> {
  const entries = written.matchAll(/^([^\n]+?)<<([^\n]+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...entries].map(([, name = "", , value = ""]) => [name, value]));
}

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { dirname } from "node:path";

/** Nothing that a repository configures may run: no hook, monitor, filter, pager, prompt or transport helper. */
const FENCES = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  "core.alternateRefsCommand=true",
  "core.askPass=",
  "diff.external=",
  "protocol.ext.allow=never",
  "submodule.recurse=false",
  "gc.auto=0",
  "maintenance.auto=false",
].flatMap((setting) => ["-c", setting]);

/** Variables that would point git at another repository than the folder's. */
const REDIRECTIONS = [
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_DIR",
  "GIT_EXTERNAL_DIFF",
  "GIT_GRAFT_FILE",
  "GIT_INDEX_FILE",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
  "GIT_WORK_TREE",
];

export type Reach = "offline" | "network";

export function spawnGit(folder: string, args: readonly string[], reach: Reach): GitProcess {
  const child = spawn("git", [...FENCES, "-C", folder, ...args], {
    // Windows looks for programs in the working directory first, and `folder` is hostile.
    cwd: dirname(process.execPath),
    env: environment(reach),
    shell: false,
    windowsHide: true,
  });
  // A process that died shows in its exit; writing to its closed pipe must not be a second fault.
  child.stdin.on("error", () => {});
  return child;
}

export type GitProcess = ChildProcessWithoutNullStreams;

function environment(reach: Reach): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of REDIRECTIONS) delete env[name];
  return {
    ...env,
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    // A list of no real name forbids every transport, also the lazy fetches of git versions without the other switch.
    ...(reach === "offline"
      ? { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" }
      : { GIT_ALLOW_PROTOCOL: "file:http:https:ssh" }),
  };
}

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultReport, saveFile } from "../../src/github/files.ts";
import { SetupError } from "../../src/github/setup-error.ts";

let folder: string;
let env: { GITHUB_WORKSPACE: string; RUNNER_TEMP: string; GITHUB_ACTION: string };

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "files-")));
  env = {
    GITHUB_WORKSPACE: join(folder, "work"),
    RUNNER_TEMP: join(folder, "temp"),
    GITHUB_ACTION: "__owner_gate 2",
  };
  for (const each of ["work", "temp", "outside"]) mkdirSync(join(folder, each));
});

afterEach(() => rmSync(folder, { recursive: true }));

const save = (path: string) => saveFile(env, "report", path, "{}");

it.each([
  ["in the workspace", "report.json"],
  ["in a folder still to be made", "out/a/b/report.json"],
  ["over an older one", "old.json"],
])("writes %s", async (_, path) => {
  writeFileSync(join(env.GITHUB_WORKSPACE, "old.json"), "old");
  expect(await save(path)).toBe(join(env.GITHUB_WORKSPACE, path));
  expect(readFileSync(join(env.GITHUB_WORKSPACE, path), "utf8")).toBe("{}");
});

it("writes by default to the temporary folder, one file a step", async () => {
  const path = await save(defaultReport(env));
  expect(path).toBe(join(env.RUNNER_TEMP, "effective-challenge", "__owner_gate_2.json"));
});

it("replaces a link in the file's place and leaves what it points to", async () => {
  const victim = join(folder, "outside", "victim");
  writeFileSync(victim, "precious");
  symlinkSync(victim, join(env.GITHUB_WORKSPACE, "report.json"));
  await save("report.json");
  expect(readFileSync(victim, "utf8")).toBe("precious");
  expect(readFileSync(join(env.GITHUB_WORKSPACE, "report.json"), "utf8")).toBe("{}");
});

describe("refuses, naming the input, and leaves nothing behind", () => {
  beforeEach(() => {
    symlinkSync(join(folder, "outside"), join(env.GITHUB_WORKSPACE, "link"));
    mkdirSync(join(env.GITHUB_WORKSPACE, "folder", "full"), { recursive: true });
    writeFileSync(join(env.GITHUB_WORKSPACE, "file"), "");
  });

  it.each([
    ["a folder that is a link out", "link/report.json", "leads out of the workspace"],
    ["a new folder behind a link out", "link/deep/report.json", "leads out of the workspace"],
    ["a way up", "../outside/report.json", "leads out of the workspace"],
    ["an absolute path elsewhere", "$FOLDER/outside/report.json", "leads out of the workspace"],
    ["a folder in its place", "folder", "cannot be written (EISDIR)"],
    ["a file in the way", "file/report.json", "cannot be written (ENOTDIR)"],
  ])("%s", async (_, path, says) => {
    const error = await save(path.replace("$FOLDER", folder)).then(null, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect(error).toMatchObject({ code: "file", about: "report", message: expect.stringContaining(says) });
    expect(readdirSync(join(folder, "outside"))).toEqual([]);
    expect(readdirSync(env.GITHUB_WORKSPACE)).toEqual(["file", "folder", "link"]);
  });
});

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readPayload } from "../../src/github/event-file.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "event-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const reading = (name: string) => readPayload({ GITHUB_EVENT_PATH: name && join(folder, name) });

it("reads what the runner left", async () => {
  writeFileSync(join(folder, "event.json"), '{"number":7}');
  expect(await reading("event.json")).toEqual({ number: 7 });
});

it.each([
  ["a file that is not there", "missing.json", "is not a readable JSON file"],
  ["a file that is not JSON", "broken.json", "is not a readable JSON file"],
  ["a folder", ".", "is not a readable JSON file"],
  ["a file larger than any event", "large.json", "is over 25 MiB"],
  ["no file at all", "", "is not set"],
])("names the variable for %s", async (_, name, says) => {
  writeFileSync(join(folder, "broken.json"), '{"number":');
  writeFileSync(join(folder, "large.json"), "");
  truncateSync(join(folder, "large.json"), 26 * 1024 * 1024);
  const error = await reading(name).then(null, (thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "environment",
    about: "GITHUB_EVENT_PATH",
    message: expect.stringContaining(says),
  });
});

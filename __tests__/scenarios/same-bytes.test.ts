import { expect, it } from "vitest";
import type { ScenarioFile } from "../support/scenario.ts";
import { layOut } from "../support/scenario-files.ts";
import { inFolder, runCli } from "../support/scenario-run.ts";

const FORMATS = ["json", "text", "markdown", "sarif"];

/** Two models, one of them changed and broken, so that every part of a report is there. */
const FILES: readonly ScenarioFile[] = [
  { path: "base/pumps", how: ["shared", "pumps"], body: "" },
  { path: "base/returns", how: ["shared", "returns"], body: "" },
  {
    path: "returns/evidence/predictions.csv",
    how: ["changed"],
    body: "- r1,1,0.832,north\n+ r1,1,0.1,north\n",
  },
  { path: "pumps/model-card.yaml", how: ["changed"], body: "-   tier: low\n+   teir: low\n" },
];

it.each(FORMATS)("the same input gives the same bytes, twice and in another folder: %s", async (format) => {
  const command = ["check", "--base", "main", "--as-of", "2026-11-23", "--format", format];
  const [first, again] = await inFolder(async (folder) => {
    layOut(folder, FILES);
    return [await runCli(command, folder), await runCli(command, folder)];
  });
  const elsewhere = await inFolder(async (folder) => {
    layOut(folder, FILES);
    return runCli(command, folder);
  });
  expect(first.code).toBe(1);
  expect(first.stdout).toContain("returns");
  expect([again.stdout, elsewhere.stdout]).toEqual([first.stdout, first.stdout]);
});

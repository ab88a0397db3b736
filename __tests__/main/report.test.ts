import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../support/scenario-run.ts";

const PUMPS = fileURLToPath(new URL("../scenarios/shared/pumps", import.meta.url));
const ON = ["--as-of", "2026-11-23"] as const;
const OF = ["report", "--framework", "nist-ai-rmf"] as const;

describe("report --from", () => {
  it.each(["text", "json", "markdown"])("shows the same as a run does: %s", async (format) => {
    await inFolder(async (folder) => {
      cpSync(PUMPS, join(folder, "pumps"), { recursive: true });
      await runCli(["check", "--format", "json=stored.json", ...ON], folder);
      const fresh = await runCli([...OF, "--format", format, ...ON], folder);
      const stored = await runCli([...OF, "--format", format, "--from", "stored.json"], folder);
      expect(fresh.code).toBe(0);
      expect(stored).toEqual(fresh);
      const again = await runCli([...OF, "--format", `${format}=out`, "--from", "stored.json"], folder);
      expect(again).toEqual({ code: 0, stdout: "", stderr: "" });
      expect(readFileSync(join(folder, "out"), "utf8")).toBe(fresh.stdout);
    });
  });

  it("shows what was accepted as not met, and accepted", async () => {
    await inFolder(async (folder) => {
      cpSync(PUMPS, join(folder, "pumps"), { recursive: true });
      const card = join(folder, "pumps/model-card.yaml");
      writeFileSync(card, readFileSync(card, "utf8").replace("value: 0.750", "value: 0.950"));
      await runCli(["check", "--format", "json=stored.json", ...ON], folder);
      const stored = readFileSync(join(folder, "stored.json"), "utf8");
      writeFileSync(join(folder, "stored.json"), stored.replaceAll('"open"', '"accepted"'));
      const { stdout } = await runCli([...OF, "--from", "stored.json"], folder);
      expect(stdout).toContain("NOT MET (ACCEPTED)  MEASURE 2.3");
    });
  });
});

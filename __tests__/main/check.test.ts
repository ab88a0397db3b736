import { afterEach, describe, expect, it, vi } from "vitest";
import { check } from "../../src/main/check.ts";
import { inFolder } from "../support/scenario-run.ts";

afterEach(() => vi.restoreAllMocks());

/** Runs `check` on an empty folder, with what it prints thrown away: what it refuses, it refuses before any work. */
async function asked(options: Partial<Parameters<typeof check>[1]>) {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const printed: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text: unknown, ...rest: unknown[]) => {
    printed.push(String(text));
    for (const done of rest) if (typeof done === "function") done();
    return true;
  });
  const code = await inFolder((folder) => check([folder], { format: [], ...options }));
  return { code, printed: printed.join("") };
}

describe("check --as-of", () => {
  it.each(["2024-02-29", "2000-02-29", "1970-01-01", "2026-12-31", "2026-01-01"])(
    "takes %s",
    async (asOf) => {
      const { code, printed } = await asked({ asOf, format: ["json"] });
      expect(code).toBe(3);
      expect(JSON.parse(printed)).toMatchObject({ asOf });
    },
  );

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "26-01-01",
    "20260101",
    "2026-01-01T00:00:00Z",
    "2026-01-01 ",
    " 2026-01-01",
    "2026-01-01\n",
    "01/02/2026",
    "today",
    "2026",
    "+002026-01-01",
    "-2026-01-01",
    "٢٠٢٦-٠١-٠١",
    "",
  ])("refuses %j", async (asOf) => {
    const refused = {
      name: "UsageError",
      message: `--as-of ${asOf} is no date`,
      fix: "write a day of the calendar as YYYY-MM-DD",
    };
    await expect(asked({ asOf })).rejects.toMatchObject(refused);
  });

  it("is today in UTC when it is left out", async () => {
    vi.useFakeTimers({ now: new Date("2026-03-31T23:59:59-11:00"), toFake: ["Date"] });
    const { printed } = await asked({ format: ["json"] }).finally(() => vi.useRealTimers());
    expect(JSON.parse(printed)).toMatchObject({ asOf: "2026-04-01" });
  });
});

describe("check --format", () => {
  it("refuses one file for two formats", async () => {
    const twice = asked({ format: ["json=out/report", "sarif=out/../out/report"] });
    await expect(twice).rejects.toMatchObject({ name: "UsageError", fix: "give each a file of its own" });
  });
});

describe("check --stage", () => {
  it.each(["development", "staging", "production", "retired"])("takes %s", async (stage) => {
    const { printed } = await asked({ stage, format: ["json"] });
    expect(JSON.parse(printed)).toMatchObject({ stage });
  });

  it.each([
    ["prduction", 'did you mean "production"?'],
    ["Staging", 'did you mean "staging"?'],
    ["live", "use one of: development, staging, production, retired"],
    ["", "use one of: development, staging, production, retired"],
  ])("refuses %j", async (stage, fix) => {
    await expect(asked({ stage })).rejects.toMatchObject({ message: `there is no stage "${stage}"`, fix });
  });
});

describe("check on a folder without a model", () => {
  it.each([{}, { advisory: true }, { exitZero: true }, { advisory: true, exitZero: true }])(
    "had nothing to judge, and no flag hides it: %j",
    async (flags) => {
      expect(await asked(flags)).toMatchObject({ code: 3, printed: expect.stringMatching(/./) });
    },
  );

  it("knows no model to judge alone", async () => {
    await expect(asked({ model: "pumps" })).rejects.toMatchObject({ fix: "the models here are: none" });
  });
});

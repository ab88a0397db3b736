import { nearest } from "../documents/nearest.ts";
import type { Report } from "../report/report.ts";
import { UsageError } from "./usage-error.ts";

export const FORMATS = ["text", "json", "sarif", "markdown", "github"] as const;

export type Format = (typeof FORMATS)[number];

/** A rendering and where it goes: standard output, or a file. */
export interface Output {
  readonly format: Format;
  readonly file: string | null;
}

/** `json` or `json=report.json`. */
export function parseFormat(written: string): Output {
  const [name = "", ...rest] = written.split("=");
  const format = FORMATS.find((known) => known === name);
  if (!format) {
    const close = nearest(name, FORMATS);
    const hint = close === null ? `use one of: ${FORMATS.join(", ")}` : `did you mean "${close}"?`;
    throw new UsageError(`there is no format "${name}"`, hint);
  }
  const file = rest.join("=");
  if (written.includes("=") && file === "")
    throw new UsageError(`--format ${written} names no file`, `write --format ${name}=FILE`);
  return { format, file: file === "" ? null : file };
}

export interface Terminal {
  readonly width: number;
  readonly colour: boolean;
}

/** Renderers are loaded when they are asked for: a run needs one or two of them. */
export async function render(report: Report, format: Format, terminal: Terminal): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../report/renderings/text.ts")).renderText(report, terminal);
    case "json":
      return (await import("../report/renderings/json.ts")).renderJson(report);
    case "markdown":
      return (await import("../report/renderings/markdown.ts")).renderMarkdown(report, { limit: 1_000_000 });
    case "github": {
      const { renderGithub } = await import("../report/renderings/github.ts");
      return renderGithub(report, { errors: 10, warnings: 10 });
    }
    case "sarif": {
      const [{ renderSarif }, { describeRules }] = await Promise.all([
        import("../report/renderings/sarif.ts"),
        import("../rules/describe.ts"),
      ]);
      return renderSarif(report, describeRules());
    }
  }
}

import type { TextOptions } from "../report/renderings/text.ts";
import type { Report } from "../report/report.ts";

export const FORMATS = ["text", "json", "sarif", "markdown", "github"] as const;

export type Format = (typeof FORMATS)[number];

/** Renderers are loaded when they are asked for: a run needs one or two of them. */
export async function render(report: Report, format: Format, terminal: TextOptions): Promise<string> {
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

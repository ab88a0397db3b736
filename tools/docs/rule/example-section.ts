import { groupText } from "../../../src/report/renderings/text/finding.ts";
import { styleOf } from "../../../src/report/renderings/text/style.ts";
import type { FindingReport } from "../../../src/report/report.ts";
import { type Example, type ExampleFiles, failingFiles, passingFiles } from "../../../src/rules/example.ts";
import { lineDiff } from "../diff.ts";
import { code } from "../table.ts";
import { BASE, judgedExample } from "./judged-example.ts";

/** Lines of a file that a page shows. */
const SHOWN = 12;
const PAGE = { width: 100, style: styleOf(false) };

/** The failing repository, what the program says of it, and what changes until it passes. */
export async function exampleSection(rule: string, example: Example): Promise<string> {
  const [failing, passing] = [failingFiles(example), passingFiles(example)];
  const { findings } = await judgedExample(rule, failing);
  return [
    "This fails:",
    ...Object.entries(failing).map(([path, text]) => file(path, text, failing)),
    "because, under the bundled baseline,",
    fence("text", printed(findings)),
    "This passes:",
    ...changes(failing, passing),
  ].join("\n\n");
}

function printed(findings: readonly FindingReport[]): string {
  const [first, ...more] = findings;
  if (first === undefined) throw new Error("the failing example is not found wanting");
  const told = { shared: null, conditions: new Map(), withWhy: false };
  return groupText([first, ...more], PAGE, told).join("\n");
}

function changes(failing: ExampleFiles, passing: ExampleFiles): readonly string[] {
  const paths = [...new Set([...Object.keys(failing), ...Object.keys(passing)])];
  return paths.flatMap((path) => {
    const [was, is] = [failing[path], passing[path]];
    if (was === is) return [];
    if (is === undefined) return [`${where(path, passing)} is taken away.`];
    if (was === undefined) return [file(path, is, passing)];
    const diff = lineDiff(was, is);
    const isShort = diff.split("\n").length <= 2 * SHOWN;
    return [isShort ? `${where(path, passing)}\n\n${fence("diff", diff)}` : file(path, is, passing)];
  });
}

function file(path: string, text: string, files: ExampleFiles): string {
  const lines = text.trimEnd().split("\n");
  const left = lines.length - SHOWN;
  const shown = left > 1 ? [...lines.slice(0, SHOWN), `… ${left} more lines`] : lines;
  return `${where(path, files)}\n\n${fence(languageOf(path), shown.join("\n"))}`;
}

function where(path: string, files: ExampleFiles): string {
  if (!path.startsWith(BASE)) return code(path);
  const own = path.slice(BASE.length);
  return `${code(own)} of the base${own in files ? "" : ", which the change takes away"}`;
}

/** Cards that fail are no YAML to copy: `yml` keeps them from the tests of the other pages' blocks. */
function languageOf(path: string): string {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  switch (ending) {
    case "yaml":
    case "yml":
      return "yml";
    case "json":
    case "jsonl":
    case "ipynb":
      return "json";
    case "csv":
      return "csv";
    default:
      return "text";
  }
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

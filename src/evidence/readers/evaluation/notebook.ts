import type { NotebookFact } from "../../output/fact.ts";
import type { Json } from "../../output/json.ts";
import { defineReader } from "../../output/reader.ts";

/**
 * A Jupyter notebook, never run. Its execution counts tell whether what it shows came from one run from top to
 * bottom. Source: nbformat 4.
 */
export const notebook = defineReader<"document">({
  tool: "jupyter",
  form: "document",
  about: {
    versions: ["nbformat 4"],
    detectedBy: "an object with `nbformat` and a list `cells`",
    notRead: "what the outputs show",
  },
  recognises: ({ root }) => root.get("nbformat").number() !== null && root.get("cells").isList,
  read({ root }) {
    const major = root.get("nbformat").number();
    if (major === null || major < 4) {
      const fix = "convert it with `jupyter nbconvert --to notebook`";
      return { kind: "unparsed", says: `nbformat ${major} is not read`, fix, line: 1 };
    }
    const code = [...root.get("cells").items()].filter(isRunnable);
    const fact: NotebookFact = {
      kind: "notebook",
      order: orderOf(code.map((cell) => cell.get("execution_count").number())),
      cells: code.length,
      errors: code.flatMap(errorsOf),
      at: root.at,
    };
    return {
      kind: "output",
      output: {
        tool: "jupyter",
        formatVersion: `${major}.${root.get("nbformat_minor").number() ?? 0}`,
        producedAt: null,
        subject: null,
        facts: [fact],
        incomplete: [],
        aggregates: [],
        warnings: [],
      },
    };
  },
});

/** An empty cell has nothing to run, and the runner passes it over. */
function isRunnable(cell: Json): boolean {
  if (cell.get("cell_type").text() !== "code") return false;
  const source = cell.get("source");
  const text = source.text() ?? [...source.items()].map((line) => line.text() ?? "").join("");
  return text.trim() !== "";
}

function orderOf(counts: readonly (number | null)[]): NotebookFact["order"] {
  const run = counts.filter((count) => count !== null);
  if (run.length === 0) return "never-run";
  if (run.length < counts.length) return "partly-run";
  return run.every((count, index) => count === index + 1) ? "in-order" : "out-of-order";
}

function errorsOf(cell: Json): NotebookFact["errors"] {
  return [...cell.get("outputs").items()]
    .filter((output) => output.get("output_type").text() === "error")
    .map((output) => ({ says: output.get("ename").text() ?? "an error", at: output.at }));
}

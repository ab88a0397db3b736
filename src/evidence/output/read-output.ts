import { FIRST_COUNTS } from "../../documents/limits.ts";
import type { Problem } from "../../documents/problem.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { OpenFile } from "../../workspace/tree.ts";
import { READERS } from "../readers/catalogue.ts";
import { detect } from "./detect.ts";
import { openSource } from "./open.ts";
import type { OutputState } from "./output-state.ts";
import type { AnyReader, Unparsed } from "./reader.ts";
import type { FolderSource, Source } from "./source.ts";

/** Reads one file as the tool's that wrote it. Nothing is thrown for what the bytes may be. */
export async function readOutput(
  file: OpenFile,
  declared: string | null,
  caps: Caps,
  readers: readonly AnyReader[] = READERS,
): Promise<OutputState> {
  const opened = await openSource(file, caps);
  if (opened.cut) {
    const says = `it is larger than ${caps.evidenceBytes} bytes, and no JSON Lines`;
    const fix =
      "write it as JSON Lines where the tool can, or raise evidenceBytes in the base's configuration";
    return { kind: "unknown", why: "over-cap", says, fix };
  }
  const state = await readAs(opened.sources, file.path, declared, caps, readers);
  opened.settle();
  return withProblems(state, opened.problems);
}

/**
 * What a document's reader never saw is told by whoever knows of it. A key that is written twice has two values, and no
 * reader can know which of them the tool that reads the file would take.
 */
function withProblems(state: OutputState, problems: readonly Problem[]): OutputState {
  const [first] = problems;
  if (first === undefined) return state;
  switch (state.kind) {
    case "output": {
      const twice = problems.find(({ code }) => code === "duplicate-key");
      if (twice) {
        const says = twice.says.replace(FIRST_COUNTS, ", so that it says two things");
        return { kind: "unparsed", tool: state.output.tool, problem: { ...twice, says } };
      }
      const warnings = problems.map(({ code, says, at }) => ({ code, says, at }));
      return { ...state, output: { ...state.output, warnings: [...state.output.warnings, ...warnings] } };
    }
    case "unknown":
      return { ...state, says: `${state.says}; read as YAML, line ${first.at.line}: ${first.says}` };
    case "unparsed":
    case "unopened":
      return state;
  }
}

/** A folder as the tool's that wrote it; null when it holds nothing that is listed, or too much. */
export { folderSource } from "./folder.ts";

export function readFolder(
  folder: FolderSource,
  declared: string | null,
  caps: Caps,
  readers: readonly AnyReader[] = READERS,
): Promise<OutputState> {
  return readAs([folder], folder.path, declared, caps, readers);
}

async function readAs(
  sources: readonly Source[],
  path: string,
  declared: string | null,
  caps: Caps,
  readers: readonly AnyReader[],
): Promise<OutputState> {
  const found = await detect(sources, declared, readers);
  if (found.kind === "unknown") return found;
  const { tool } = found.reader;
  try {
    const reading = await found.reader.read(found.source, caps);
    if (reading.kind === "output") return { kind: "output", output: reading.output };
    return unparsed(tool, path, reading);
  } catch (thrown) {
    // Content can be deeper, larger or more broken than a reader foresaw; a fault of ours is not hidden by it.
    if (!(thrown instanceof RangeError)) throw thrown;
    return unparsed(tool, path, { says: thrown.message, fix: "write the file again with the tool", line: 1 });
  }
}

function unparsed(tool: string, path: string, { says, fix, line, at }: Omit<Unparsed, "kind">): OutputState {
  const problem: Problem = {
    code: "unparsed",
    about: tool,
    at: at ?? { path, line, column: 1, pointer: "" },
    says,
    fix,
  };
  return { kind: "unparsed", tool, problem };
}

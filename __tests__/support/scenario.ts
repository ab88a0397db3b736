/** One whole-program case, read from plain text: the files of a repository, a command, and what it must say. */
export interface Scenario {
  /** What the case is about: the text before the first section. */
  readonly about: string;
  readonly files: readonly ScenarioFile[];
  readonly command: readonly string[];
  readonly exit: number;
  /** Each stands in the output, in this order; white space counts as one space. */
  readonly shows: readonly string[];
  readonly never: readonly string[];
}

export interface ScenarioFile {
  /** `base/…` is committed first; everything else is what the change makes of it. */
  readonly path: string;
  /** The words in angle brackets, which say how the file comes about; empty for a text written out. */
  readonly how: readonly string[];
  readonly body: string;
}

const SECTION = /^==== (\S+)(?: <([^>]+)>)?$/;
const WORDS = new Set(["command", "exit", "shows", "never"]);

export function parseScenario(text: string): Scenario {
  const [about = "", ...sections] = split(text);
  const files: ScenarioFile[] = [];
  const said = new Map<string, string[]>();
  for (const section of sections) {
    const [header = "", ...body] = section.split("\n");
    const [, name = "", how = ""] = SECTION.exec(header) ?? [];
    if (name === "") throw new Error(`no section: ${header}`);
    if (!WORDS.has(name))
      files.push({ path: name, how: how.split(" ").filter(Boolean), body: body.join("\n") });
    else if (said.has(name)) throw new Error(`two sections ${name}`);
    else said.set(name, body.filter(Boolean));
  }
  const [command = "", more] = said.get("command") ?? [];
  const exit = Number(said.get("exit")?.[0] ?? Number.NaN);
  if (about.trim() === "" || command === "" || more !== undefined || !Number.isInteger(exit)) {
    throw new Error("a scenario says what it is about, one command and an exit code");
  }
  const [shows = [], never = []] = [said.get("shows"), said.get("never")];
  return { about: about.trim(), files, command: command.split(" "), exit, shows, never };
}

function split(text: string): string[] {
  return text.split(/^(?===== )/m);
}

import { pathToFileURL } from "node:url";
import { inRoot } from "../docs/root.ts";
import { CASES, type EditorCase } from "./cases.ts";
import { LanguageServer, type Position } from "./language-server.ts";

/** The server that editors run for YAML; it is fetched when it is asked for, and is no dependency. */
const SERVER = "yaml-language-server@1.25.0";

/** Opens each case in the language server, as an editor would, and names what is not offered, told or marked. */
const server = new LanguageServer("npx", ["--yes", SERVER, "--stdio"]);
const failures: string[] = [];
try {
  await server.start();
  for (const [index, one] of CASES.entries()) {
    const wrong = await tried(one, `file:///case-${index}/${one.schema}.yaml`);
    if (wrong.length > 0)
      failures.push([`${one.schema}: ${JSON.stringify(one.text)}`, ...wrong].join("\n  "));
  }
} finally {
  server.stop();
}
process.stdout.write(
  `${[...failures, `${CASES.length - failures.length} of ${CASES.length} as expected, by ${SERVER}`].join("\n")}\n`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

function schemaOf({ schema }: EditorCase): string {
  return inRoot(`schemas/${schema}.schema.json`);
}

async function tried(one: EditorCase, uri: string): Promise<readonly string[]> {
  const { offers = [], never = [], tells, marks } = one;
  const head = `# yaml-language-server: $schema=${pathToFileURL(schemaOf(one)).href}\n`;
  const diagnostics = await server.open(uri, head + one.text.replace("|", ""));
  const at = positionOf(one.text);
  const offered = offers.length + never.length > 0 ? labelsOf(await server.completion(uri, at)) : [];
  const told = tells === undefined ? "" : JSON.stringify(await server.hover(uri, at));
  const marked = (diagnostics as readonly { readonly message: string }[]).map(({ message }) => message);
  return [
    ...offers.filter((label) => !offered.includes(label)).map((label) => `does not offer ${label}`),
    ...never.filter((label) => offered.includes(label)).map((label) => `offers ${label}`),
    ...(tells !== undefined && !told.includes(tells) ? [`does not tell "${tells}": ${told}`] : []),
    ...(marks === undefined || isMarked(marks, marked) ? [] : [`marks ${JSON.stringify(marked)}`]),
  ];
}

function isMarked(marks: readonly string[], marked: readonly string[]): boolean {
  return marks.length === marked.length && marks.every((mark, index) => marked[index]?.includes(mark));
}

/** Below the line that names the schema. */
function positionOf(text: string): Position {
  const before = text.slice(0, Math.max(0, text.indexOf("|"))).split("\n");
  return { line: before.length, character: before.at(-1)?.length ?? 0 };
}

function labelsOf(answer: unknown): readonly string[] {
  const { items } = answer as { readonly items: readonly { readonly label: string }[] };
  return items.map(({ label }) => label);
}

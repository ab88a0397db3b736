import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { inRoot } from "./root.ts";

const CATALOGUE = "src/statistics/catalogue.ts";

/** The docstring of every metric that the catalogue imports, by the metric: what is written above its `export const`. */
export async function docstrings(): Promise<ReadonlyMap<unknown, string>> {
  const found = new Map<unknown, string>();
  for (const { module, names } of importsOf(CATALOGUE)) {
    const path = join(dirname(CATALOGUE), module);
    const documented = exportsOf(path);
    const loaded: Readonly<Record<string, unknown>> = await import(inRoot(path));
    for (const name of names) {
      for (const metric of metricsIn(loaded[name])) found.set(metric, documented.get(name) ?? "");
    }
  }
  return found;
}

/** A metric itself, or the one of each task that a definition for several tasks holds. */
function metricsIn(exported: unknown): readonly unknown[] {
  if (typeof exported !== "object" || exported === null) return [];
  return "compute" in exported ? [exported] : Object.values(exported);
}

interface Import {
  readonly module: string;
  readonly names: readonly string[];
}

/** Imports of values, each by the name that its module gives it. */
function importsOf(path: string): readonly Import[] {
  return parsed(path).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) return [];
    const names = bindings.elements.map((element) => (element.propertyName ?? element.name).text);
    return { module: statement.moduleSpecifier.text, names };
  });
}

function exportsOf(path: string): ReadonlyMap<string, string> {
  const documented = parsed(path).statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    const comment = ts.getJSDocCommentsAndTags(statement).map((doc) => ts.getTextOfJSDocComment(doc.comment));
    return statement.declarationList.declarations.map(
      ({ name }) => [name.getText(), (comment.at(-1) ?? "").replace(/\s+/g, " ").trim()] as const,
    );
  });
  return new Map(documented);
}

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(inRoot(path), "utf8"), ts.ScriptTarget.Latest, true);
}

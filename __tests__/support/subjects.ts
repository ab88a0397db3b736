import type { Subject } from "../../src/rules/subject.ts";
import { plainSubject } from "../../tools/mutation/plain-subject.ts";
import { dossierOf, type Files } from "./dossier.ts";

/** The one model of these files, as a rule sees it in production at tier low. */
export async function subjectOf(files: Files, more: Partial<Subject> = {}): Promise<Subject> {
  return { ...plainSubject(await dossierOf(files)), ...more };
}

import { nearest } from "../../documents/nearest.ts";
import { showClasses, sortClasses, spellingOf } from "../classes.ts";
import { type Frame, texts } from "../frame.ts";
import type { AnalysisRequest } from "./request.ts";

/** The classes that labels and predictions have, in scikit-learn's order. */
export interface Classes {
  readonly names: readonly string[];
  /** Of a binary task. */
  readonly positive: string | null;
}

interface Doubt {
  readonly says: string;
  readonly fix: string;
}

export function classesOf(frame: Frame, request: AnalysisRequest): Classes | Doubt {
  if (request.task === "regression") return { names: [], positive: null };
  if (request.task === "multilabel") return { names: [...request.labels.keys()], positive: null };
  const columns = [texts(frame, request.label), texts(frame, request.prediction)];
  const written = columns.flatMap((column) => column?.dictionary ?? []);
  const named = request.task === "multiclass" ? [...request.scores.keys()] : [];
  const spelling = spellingOf([...written, ...named]);
  const names = sortClasses([...written, ...named].map(spelling.spell), spelling);
  if (request.task === "binary") {
    const given = request.positive === null ? null : spelling.spell(request.positive);
    return binaryClasses(names, given, spelling.numeric);
  }
  const scored = new Set(named.map(spelling.spell));
  const unscored = scored.size === 0 ? undefined : names.find((name) => !scored.has(name));
  if (unscored === undefined) return { names, positive: null };
  const says = `no --score is given for the class ${showClasses([unscored])}`;
  return { says, fix: "give one for every class: --score CLASS=COLUMN" };
}

function binaryClasses(names: readonly string[], given: string | null, numeric: boolean): Classes | Doubt {
  const shown = showClasses(names);
  if (names.length > 2) {
    const says = `a binary task has two classes, and the file has ${names.length}: ${shown}`;
    return { says, fix: "correct the labels, or use --task multiclass" };
  }
  if (given !== null) {
    if (names.includes(given) || names.length < 2) return { names, positive: given };
    const close = nearest(given, names);
    const fix = close === null ? `use one of ${shown}` : `did you mean --positive ${close}?`;
    return { says: `the positive class "${given}" is not among the classes ${shown}`, fix };
  }
  if (numeric && names.every((name) => name === "0" || name === "1")) return { names, positive: "1" };
  const says = `it cannot be told which of the classes ${shown} is the positive one`;
  return { says, fix: `say which: --positive ${names.at(-1) ?? "CLASS"}` };
}

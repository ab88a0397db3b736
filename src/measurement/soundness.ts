import type { Problem } from "../documents/problem.ts";
import type { Model } from "../inventory/model.ts";
import type { Column, NumberColumn, Spots, TextColumn } from "../tables/table.ts";
import { showClasses, sortClasses, spellingOf } from "./classes.ts";
import { type Frame, flawsOf, numbers, texts } from "./frame.ts";
import { cellsAre, counted } from "./number-format.ts";
import { ownTruth } from "./own-truth.ts";
import type { RowsResult } from "./result.ts";
import { rowCountsOf, rowTotal } from "./row-counts.ts";
import { lines, placeIn } from "./usable.ts";

/** Counts the rows, or sums up their counts, and lists what is wrong with the cells of the table's roles, one problem per column and kind. */
export function soundness(frame: Frame, model: Model): RowsResult {
  const { evidence, roles, table } = frame;
  const rows = rowCountsOf(frame);
  if ("kind" in rows) return rows;
  const problems: Problem[] = [];
  const path = evidence.files[0] ?? evidence.id;
  const report = (code: string, column: string, says: string, spots: Spots, fix: string) =>
    problems.push({
      code,
      about: `${evidence.id}|${column}`,
      at: placeIn(path, spots, evidence.at),
      says,
      fix,
    });

  const { badRows } = table;
  if (table.rows + badRows.count === 0) {
    const fix = "write the rows to the file, or take the entry out of the card";
    report("no-rows", "row", "the file holds no rows", { count: 0, first: [] }, fix);
  }
  if (badRows.count > 0) {
    const says = `${counted(badRows.count, "row")} cannot be read: ${badRows.why} (${lines(badRows)})`;
    report("bad-row", "row", says, badRows, "write the file again with a CSV, JSON Lines or Parquet writer");
  }
  for (const column of roleColumns(frame)) {
    for (const flaw of flawsOf(column)) {
      const says = `${cellsAre(flaw.spots.count, column.name, flaw.says)} (${lines(flaw.spots)})`;
      const fix = "give every row a value, or leave such rows out and say so in the card's limitations";
      report(flaw.code, column.name, says, flaw.spots, fix);
    }
  }
  // What counts rows names none of them.
  const id = rows.counts === null ? texts(frame, roles.id) : null;
  const repeated = id ? id.codes.length - id.missing.count - id.dictionary.length : 0;
  if (id && repeated > 0) {
    const says = `${counted(repeated, "row")} of "${id.name}" ${repeated === 1 ? "repeats" : "repeat"} the id of an earlier row`;
    report(
      "repeated-id",
      id.name,
      says,
      { count: repeated, first: [] },
      "give every row an id of its own, once",
    );
  }
  if (evidence.kind === "predictions") {
    problems.push(
      ...ownTruth(evidence, roles),
      ...unexpectedLabels(frame, model, path),
      ...scoresOutside(frame, model, path),
    );
  }
  return { kind: "rows", rows: rowTotal(frame, rows.counts), problems };
}

/** The columns that a metric would read; segments may hold gaps, which is a group of its own. */
function roleColumns(frame: Frame): Column[] {
  const { roles } = frame;
  const columns: (Column | null)[] = [];
  const several = [...roles.labels.values(), ...roles.predictions.values()];
  for (const name of [roles.id, roles.label, roles.prediction, ...several]) columns.push(texts(frame, name));
  const { label, prediction, score, lower, upper, weight, scores } = roles;
  for (const name of [label, prediction, score, lower, upper, weight, ...scores.values()]) {
    columns.push(numbers(frame, name));
  }
  return columns.filter((column): column is NumberColumn | TextColumn => column !== null);
}

function unexpectedLabels(frame: Frame, model: Model, path: string): Problem[] {
  const declared = model.prediction.classes?.value;
  const label = texts(frame, frame.roles.label);
  const prediction = texts(frame, frame.roles.prediction);
  if (!declared || !label) return [];
  return [label, prediction].flatMap((column) => {
    if (!column) return [];
    const spelling = spellingOf([...declared, ...column.dictionary]);
    const expected = new Set(declared.map(spelling.spell));
    const strange = sortClasses(column.dictionary.map(spelling.spell), spelling).filter(
      (name) => !expected.has(name),
    );
    if (strange.length === 0) return [];
    const row = column.codes.findIndex(
      (code) => code >= 0 && !expected.has(spelling.spell(column.dictionary[code]!)),
    );
    return [
      {
        code: "unexpected-label",
        about: `${frame.evidence.id}|${column.name}`,
        at: placeIn(path, { count: 1, first: [] }, frame.evidence.at),
        says: `"${column.name}" holds ${showClasses(strange)}, which the card's classes do not list (first in row ${row + 1})`,
        fix: "correct the labels, or add the class to `prediction.classes`",
      },
    ];
  });
}

function scoresOutside(frame: Frame, model: Model, path: string): Problem[] {
  const task = model.task?.value;
  if (task !== "binary-classification" && task !== "multiclass-classification") return [];
  if (model.prediction.scoreDirection?.value === "lower") return [];
  const { score, scores } = frame.roles;
  return [score, ...scores.values()].flatMap((name) => {
    const column = numbers(frame, name);
    if (!column) return [];
    let count = 0;
    let firstRow = -1;
    for (let row = 0; row < column.values.length; row++) {
      const value = column.values[row]!;
      if (value >= 0 && value <= 1) continue;
      if (!Number.isFinite(value)) continue;
      if (count++ === 0) firstRow = row;
    }
    if (count === 0) return [];
    const says = `${counted(count, "score")} of "${column.name}" ${count === 1 ? "lies" : "lie"} outside [0, 1] (first in row ${firstRow + 1})`;
    return [
      {
        code: "score-range",
        about: `${frame.evidence.id}|${column.name}`,
        at: placeIn(path, { count, first: [] }, frame.evidence.at),
        says,
        fix: "export probabilities, such as predict_proba gives",
      },
    ];
  });
}

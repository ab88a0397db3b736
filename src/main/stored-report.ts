import { readFileSync, statSync } from "node:fs";
import reportSchema from "../../schemas/report.schema.json" with { type: "json" };
import { parseJson } from "../documents/json.ts";
import { plain } from "../documents/plain.ts";
import { validator } from "../documents/schema.ts";
import type { Report } from "../report/report.ts";
import { CAPS } from "../workspace/caps.ts";
import { systemReason } from "../workspace/disk-file.ts";
import { existing } from "./existing.ts";
import { UsageError } from "./usage-error.ts";

/** A report of many models is larger than any document that people write. */
const LIMITS = { ...CAPS, documentValues: 5_000_000 };
const PROBLEMS_SHOWN = 5;

/** The JSON report of an earlier run. @throws UsageError when it cannot be read or is none. */
export async function storedReport(path: string): Promise<Report> {
  const place = existing(path, "give the path of a report that `check --format json=FILE` wrote");
  const { root, problems } = parseJson(textOf(place, path), path, LIMITS);
  const wrong = root === null || problems.length > 0 ? problems : (await validator(reportSchema))(root);
  if (root === null || wrong.length > 0) {
    const told = wrong.slice(0, PROBLEMS_SHOWN).map(({ at, says }) => `line ${at.line}: ${says}`);
    throw new UsageError(
      `${path} is no report of effective-challenge: ${told.join("; ")}`,
      "make it again with `check --format json=FILE`",
    );
  }
  return plain(root) as unknown as Report;
}

function textOf(place: string, path: string): string {
  const state = statSync(place);
  if (!state.isFile()) throw new UsageError(`${path} is no file`, "give the path of a JSON report");
  if (state.size > CAPS.evidenceBytes) {
    throw new UsageError(
      `${path} has ${state.size} bytes, and at most ${CAPS.evidenceBytes} are read`,
      "make the report of fewer models: check PATH",
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(place));
  } catch (cause) {
    const why = cause instanceof TypeError ? "it is not UTF-8" : systemReason(cause);
    throw new UsageError(`${path} cannot be read: ${why}`, "make it again with `check --format json=FILE`");
  }
}

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { analyse } from "../../src/measurement/analysis/analyse.ts";
import type { Analysis } from "../../src/measurement/analysis/analysis.ts";
import { columnsToRead } from "../../src/measurement/analysis/columns.ts";
import type { FileProblem } from "../../src/measurement/analysis/flaws.ts";
import type { Population } from "../../src/measurement/analysis/population.ts";
import type { AnalysisRequest } from "../../src/measurement/analysis/request.ts";
import { readHeader } from "../../src/tables/header.ts";
import { readTable } from "../../src/tables/read.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { bufferFile } from "./buffer-file.ts";

const NOTHING: AnalysisRequest = {
  task: "binary",
  label: "label",
  labels: new Map(),
  predictions: new Map(),
  prediction: null,
  score: null,
  scores: new Map(),
  lower: null,
  upper: null,
  weight: null,
  count: null,
  segments: [],
  entity: null,
  time: null,
  id: null,
  threshold: null,
  positive: null,
  confidence: 0.95,
  bootstrap: null,
  margin: null,
  metrics: null,
};

/** A file by its text, or a fixture that pandas or pyarrow wrote. */
export interface Source {
  readonly text?: string;
  readonly fixture?: string;
}

export function requestWith(given: Partial<AnalysisRequest>): AnalysisRequest {
  return { ...NOTHING, ...given };
}

export const LOANS: Partial<AnalysisRequest> = {
  label: "defaulted",
  prediction: "decision",
  score: "probability",
  positive: "yes",
  segments: ["sex", "region"],
};

export async function populationOf(source: Source, request: AnalysisRequest): Promise<Population> {
  const path = source.fixture ?? "rows.csv";
  const bytes = source.fixture === undefined ? Buffer.from(source.text ?? "") : fixture(source.fixture);
  const file = bufferFile(path, bytes);
  const header = await readHeader([file], CAPS);
  if ("failed" in header) throw new Error(header.says);
  const has = new Set(header.columns.map(({ name }) => name));
  const table = await readTable([file], columnsToRead(request, has, CAPS.distinctValues), CAPS);
  if ("failed" in table) throw new Error(table.says);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: { path, format: header.format, bytes: file.size, sha256 }, table };
}

export async function analysisOf(
  current: Source,
  given: Partial<AnalysisRequest>,
  reference: Source | null = null,
): Promise<Analysis | readonly FileProblem[]> {
  const request = requestWith(given);
  const populations = {
    current: await populationOf(current, request),
    reference: reference && (await populationOf(reference, request)),
  };
  return analyse(populations, request, "0.0.0");
}

export async function analysed(
  current: Source,
  given: Partial<AnalysisRequest>,
  reference: Source | null = null,
): Promise<Analysis> {
  const answer = await analysisOf(current, given, reference);
  if (!("schema" in answer)) throw new Error(answer.map(({ says }) => says).join("; "));
  return answer;
}

export async function problemsOf(
  current: Source,
  given: Partial<AnalysisRequest>,
  reference: Source | null = null,
): Promise<readonly FileProblem[]> {
  const answer = await analysisOf(current, given, reference);
  if ("schema" in answer) throw new Error("it was measured");
  return answer;
}

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../measurement/analysis/fixtures/${name}`, import.meta.url));
}

import type { Json } from "../../../output/json.ts";

/** What a report's first record says about the run. */
export interface Setup {
  readonly version: string | null;
  readonly target: string | null;
  /** A score at or above it is a hit. */
  readonly threshold: number;
  /** How often each prompt is put to the target. */
  readonly generations: number;
  /** Probes, or modules of them, that were asked for; empty when the report does not name them. */
  readonly probes: readonly string[];
  readonly judge: string | null;
}

/** The threshold is garak's default: it writes none into its report that is a fraction. */
export const UNKNOWN_SETUP: Setup = {
  version: null,
  target: null,
  threshold: 0.5,
  generations: 1,
  probes: [],
  judge: null,
};

/** Keys hold dots: `plugins.target_name` is one key, and was `plugins.model_name` before 0.13. */
export function setupOf(record: Json): Setup {
  const generations = record.get("run.generations").number() ?? 1;
  return {
    version: record.get("_config.version").text(),
    target:
      record.get("plugins.target_name").text() ||
      record.get("plugins.model_name").text() ||
      (record.get("plugins.target_type").text() ?? record.get("plugins.model_type").text()),
    threshold: record.get("run.eval_threshold").number() ?? UNKNOWN_SETUP.threshold,
    generations: Math.max(1, Math.floor(generations)),
    probes: probesOf(record),
    judge: judgeOf(record),
  };
}

/** Words in the place of probes that name none. */
const OPEN = new Set(["", "all", "auto", "none"]);

function probesOf(record: Json): string[] {
  const active = record.get("transient.active_probes");
  const written = active.isList
    ? [...active.items()].map((probe) => probe.text() ?? "")
    : (record.get("plugins.probe_spec").text() ?? "").split(",");
  return written.map((probe) => probe.trim().replace(/^probes\./, "")).filter((probe) => !OPEN.has(probe));
}

/** The model behind the detectors of the module `judge`, where the configuration names it. */
function judgeOf(record: Json): string | null {
  for (const [, setting] of record.get("plugins.detectors", "judge").entries()) {
    const model = setting.text() ?? setting.get("detector_model_name").text();
    if (model !== null) return model;
  }
  return null;
}

import { getInput } from "@actions/core";
import { LIFECYCLES, type Lifecycle } from "../inventory/vocabulary.ts";
import {
  dateInput,
  flagInput,
  lineInput,
  linesInput,
  type Read,
  refInput,
  secretInput,
  wordInput,
} from "./input.ts";

/** The inputs of action.yml. Null where the workflow leaves the choice to the gate. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly base: string | null;
  readonly model: string | null;
  readonly stage: Lifecycle | null;
  /** UTC date, YYYY-MM-DD. */
  readonly asOf: string | null;
  readonly advisory: boolean;
  readonly comment: boolean;
  /** Login that the token writes as, for example `github-actions[bot]`. */
  readonly commentAuthor: string;
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly report: string | null;
  readonly sarif: string | null;
  /** Null when the workflow hands over none. */
  readonly token: string | null;
}

/**
 * Reads and checks every input.
 * @throws SetupError naming the input, what it says and what it may say.
 */
export function readInputs(read: Read = getInput): Inputs {
  return {
    paths: linesInput(read, "paths") ?? ["."],
    base: refInput(read, "base"),
    model: lineInput(read, "model"),
    stage: wordInput(read, "stage", LIFECYCLES),
    asOf: dateInput(read, "as-of"),
    advisory: flagInput(read, "advisory") ?? false,
    comment: flagInput(read, "comment") ?? true,
    commentAuthor: lineInput(read, "comment-author") ?? "github-actions[bot]",
    annotations: flagInput(read, "annotations") ?? true,
    summary: flagInput(read, "summary") ?? true,
    report: lineInput(read, "report"),
    sarif: lineInput(read, "sarif"),
    token: secretInput(read, "token"),
  };
}

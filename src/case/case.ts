import type { Dossier } from "./dossier.ts";

/** One model across the change: its dossier in the base tree and in the head tree, paired by id, else by place. */
export interface Case {
  readonly id: string;
  readonly before: Dossier | null;
  readonly after: Dossier | null;
  /** Other cards of the head that give the same id; of many, the first few. */
  readonly twins: readonly string[];
}

/** A case whose model the head still has. */
export interface PresentCase extends Case {
  readonly after: Dossier;
}

export function isPresent(subject: Case): subject is PresentCase {
  return subject.after !== null;
}

/** How the change touches a model; null when there is no base to compare with. */
export type Change = "added" | "changed" | "unchanged" | "removed" | null;

import type { Place } from "../documents/place.ts";
import type { Problem } from "../documents/problem.ts";
import type { Sourced } from "../inventory/sourced.ts";
import type { Header } from "../tables/table.ts";
import type { RoleReading } from "./roles.ts";

/** A table of rows that the card names: predictions with truth, or a split of the data. */
export interface EvidenceTable {
  /** The entry's id in the card, else `data:SPLIT`, else its path. Unique within a model. */
  readonly id: string;
  readonly kind: "predictions" | "dataset";
  readonly split: string | null;
  readonly dataset: string | null;
  /** As the card writes it, relative to the card's folder; null when the card gives none. */
  readonly declared: Sourced<string> | null;
  readonly sha256: Sourced<string> | null;
  readonly rows: Sourced<number> | null;
  readonly at: Place;
  /** Paths from the root of the tree, in order; several when a glob names shards. */
  readonly files: readonly string[];
  readonly content: TableContent;
}

export type TableContent =
  | { readonly kind: "read"; readonly header: Header; readonly reading: RoleReading }
  /** It could not be opened or is no table; the problem says which. */
  | { readonly kind: "unreadable"; readonly problem: Problem }
  /** The card gives no path. */
  | { readonly kind: "undeclared" };

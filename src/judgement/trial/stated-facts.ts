import type {
  AttemptsFact,
  CheckFact,
  IssueFact,
  MetricFact,
  NotebookFact,
} from "../../evidence/output/fact.ts";

/** What a test states in place of files, as its schema has accepted it. */
export interface StatedFacts {
  /** By path, as the card writes it; null for one that a test takes away. */
  readonly evidence?: StatedFiles;
  /** Files that the base has otherwise. */
  readonly before_evidence?: StatedFiles;
  readonly removed?: boolean;
  readonly same_id?: readonly string[];
  /** What stands under them is read as a file of approvals is. */
  readonly approvals?: readonly unknown[];
  readonly before_approvals?: readonly unknown[];
  readonly approvals_unreadable?: string;
  readonly policy_changed?: readonly string[];
}

export type StatedFiles = Readonly<Record<string, StatedFile | null>>;

export interface StatedFile {
  readonly sha256?: string;
  readonly unreadable?: string;
  readonly rows?: number;
  readonly columns?: readonly string[];
  readonly groups?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly missing?: Readonly<Record<string, number>>;
  readonly shares?: Readonly<Record<string, number>>;
  readonly flaws?: readonly string[];
  readonly tool?: string;
  readonly not_understood?: string;
  readonly produced?: string;
  readonly about?: { readonly model?: string; readonly version?: string; readonly digest?: string };
  readonly incomplete?: readonly string[];
  readonly aggregates?: readonly {
    readonly name: string;
    readonly stated: number;
    readonly recomputed?: number;
  }[];
  readonly metrics?: readonly (Pick<MetricFact, "name"> & {
    readonly value: number;
    readonly split?: string;
    readonly slice?: MetricFact["slice"];
    readonly params?: MetricFact["params"];
  })[];
  readonly attempts?: readonly Partial<Omit<AttemptsFact, "kind" | "at">>[];
  readonly checks?: readonly (Pick<CheckFact, "name" | "outcome"> & {
    readonly suite?: string;
    readonly column?: string;
  })[];
  readonly alerts?: readonly StatedAlert[];
  readonly receivers?: Readonly<Record<string, readonly string[]>>;
  readonly scans?: readonly { readonly scanner?: string; readonly covered?: readonly string[] }[];
  readonly issues?: readonly (Pick<IssueFact, "severity"> &
    Partial<Pick<IssueFact, "scanner" | "rule" | "suppressed">> & { readonly path?: string })[];
  readonly importances?: StatedImportances;
  readonly notebook?: {
    readonly order?: NotebookFact["order"];
    readonly cells?: number;
    readonly errors?: readonly string[];
  };
}

export interface StatedImportances {
  readonly features?: Readonly<Record<string, number>>;
  readonly rows?: number;
  /** Whether each row adds up to its output; left out where the file cannot say. */
  readonly additive?: boolean;
}

export interface StatedAlert {
  readonly name: string;
  readonly metric?: string;
  readonly operator?: "<" | "<=" | ">" | ">=" | "==" | "!=";
  readonly threshold?: number;
  readonly enabled?: boolean;
  readonly unread?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly actions?: readonly string[];
}

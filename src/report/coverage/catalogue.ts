import type { FrameworkId } from "./frameworks.ts";

/** One control, as `controls/controls.yaml` states it. */
export interface Control {
  readonly id: string;
  readonly group: string;
  readonly statement: string;
  /** From the raw rows, against something else in the repository, that it is written down, or by no rule. */
  readonly verified: "recomputed" | "cross-checked" | "present" | "not-automated";
  /** The items of each framework that it belongs to. */
  readonly frameworks: Readonly<Partial<Record<FrameworkId, readonly string[]>>>;
}

/** One framework, as `controls/frameworks/ID.yaml` has it. */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  readonly edition: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** The UTC date on which its ids were checked. */
  readonly checked: string;
  readonly note: string;
  /** How many items it has in all, where it numbers them. */
  readonly total?: number;
  readonly items: readonly FrameworkItem[];
  /** Ids that a control might belong to and that no source confirmed. */
  readonly not_confirmed?: readonly {
    readonly id: string;
    readonly control: string;
    readonly because: string;
  }[];
}

export interface FrameworkItem {
  readonly id: string;
  /** In a few words of our own. */
  readonly title: string;
}

export interface Catalogue {
  readonly controls: readonly Control[];
  readonly frameworks: readonly Framework[];
}

import type { Matrix } from "./confusion/matrix.ts";
import type { Reported } from "./reported.ts";

/**
 * What can be said of some reported numbers without the data. "possible" means that nothing known here speaks
 * against them, not that they are true; "impossible" is a proof; "cannot-tell" says what is missing for either.
 */
export type Finding =
  | {
      readonly kind: "possible";
      readonly about: readonly Reported[];
      readonly because: string;
      /** A confusion matrix that gives all of them. */
      readonly example?: Matrix;
    }
  | { readonly kind: "impossible"; readonly about: readonly Reported[]; readonly because: string }
  | { readonly kind: "cannot-tell"; readonly about: readonly Reported[]; readonly because: string };

export function possible(about: readonly Reported[], because: string): Finding {
  return { kind: "possible", about, because };
}

export function impossible(about: readonly Reported[], because: string): Finding {
  return { kind: "impossible", about, because };
}

export function cannotTell(about: readonly Reported[], because: string): Finding {
  return { kind: "cannot-tell", about, because };
}

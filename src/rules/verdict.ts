import type { Place } from "../documents/place.ts";

/** What a rule answers. Silence is a fault: every rule yields at least one. */
export type Verdict =
  | { readonly outcome: "fine"; readonly checked: string }
  | {
      readonly outcome: "finding";
      /** Meaning, never a line or an index: it makes the finding's identity. */
      readonly about: string;
      readonly at: Place;
      /** The other places that it is about. */
      readonly also?: readonly Place[];
      readonly says: string;
      readonly fix: string;
    }
  | {
      readonly outcome: "cannot-tell";
      readonly about: string;
      readonly at: Place;
      readonly says: string;
      /** What would let the rule tell. */
      readonly needs: string;
    }
  | { readonly outcome: "not-applicable"; readonly because: string };

type Said<O extends Verdict["outcome"]> = Omit<Extract<Verdict, { outcome: O }>, "outcome">;

export const fine = (said: Said<"fine">): Verdict => ({ outcome: "fine", ...said });
export const finding = (said: Said<"finding">): Verdict => ({ outcome: "finding", ...said });
export const cannotTell = (said: Said<"cannot-tell">): Verdict => ({ outcome: "cannot-tell", ...said });
export const notApplicable = (because: string): Verdict => ({ outcome: "not-applicable", because });

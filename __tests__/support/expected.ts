import type { ExpectedVerdict } from "./rule-tester.ts";

type Text = string | RegExp;
type Expected = Omit<ExpectedVerdict, "outcome">;

export const fine = (says: Text): ExpectedVerdict => ({ outcome: "fine", says });
export const notApplicable = (says: Text): ExpectedVerdict => ({ outcome: "not-applicable", says });
export const finding = (expected: Expected): ExpectedVerdict => ({ outcome: "finding", ...expected });
export const cannotTell = (expected: Expected): ExpectedVerdict => ({ outcome: "cannot-tell", ...expected });

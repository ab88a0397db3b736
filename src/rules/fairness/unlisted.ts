import type { Model } from "../../inventory/model.ts";
import { cannotTell, fine, type Verdict } from "../verdict.ts";

export const REASON = "risk.factors.sensitive_attributes_reason";
const LONGEST_REASON = 200;

/** Written as an attribute, a word for none. */
export function saysNone(attribute: string): boolean {
  return /^(?:none|no|nothing|nil|null|n\/?a|-+)$/i.test(attribute.trim());
}

/** People are affected, or may be, and no attribute of them is listed: the author's reason is recorded, not checked. */
export function unlisted({ factors, noSensitiveAttributes, id }: Model, acceptReason: boolean): Verdict {
  const { people_affected: people, sensitive_attributes: sensitive } = factors;
  const isEmpty = sensitive?.value.length === 0;
  if (acceptReason && isEmpty && noSensitiveAttributes) {
    const reason = noSensitiveAttributes.value.slice(0, LONGEST_REASON);
    return fine({
      checked: `no sensitive attribute is listed, as stated by the author and not checked: "${reason}"`,
    });
  }
  const list =
    "list them in `risk.factors.sensitive_attributes` and give each a column in `columns.segments`";
  const reasoned = acceptReason
    ? `; if the data hold none, \`sensitive_attributes: []\` and why in \`${REASON}\``
    : "";
  const noOne = people === null ? "; where no one is affected, `people_affected: 0`" : "";
  return cannotTell({
    about: "sensitive-attributes",
    at: sensitive?.at ?? id.at,
    says: isEmpty
      ? `people are affected, and the card lists no attribute by which they could be treated differently${acceptReason ? ", nor why" : ""}`
      : "the card does not say which sensitive attributes the people affected have",
    needs: `${list}${reasoned}${noOne}`,
  });
}

import { describe, expect, it } from "vitest";
import { answer } from "../../src/tiering/criterion.ts";
import { unknownDomain } from "../../src/tiering/domain.ts";
import { stated } from "../support/factors.ts";
import { loadedPolicy } from "../support/loaded-policy.ts";

/** What the baseline makes of a domain that stands alone in a card: the tier that it gives, or unknown. */
async function meaningOf(domain: string): Promise<string> {
  const { tiering } = await loadedPolicy({}, "baseline");
  if (unknownDomain(domain, tiering)) return "unknown";
  return (
    tiering.criteria.find((criterion) => answer(criterion, stated({ domain })) === "yes")?.tier ?? "none"
  );
}

describe("the domains of the baseline", () => {
  it.each<[string, readonly string[]]>([
    [
      "high",
      [
        "health",
        "Health care",
        "health_care",
        "veterinary medicine",
        "finance",
        "Credit scoring",
        "insurance claims",
        "recruitment",
        "HR",
        "social housing",
        "education",
        "welfare",
        "legal",
        "policing",
        "Border control",
        "biometrics",
        "Energy",
        "public transport",
        "safety",
        "health marketing",
      ],
    ],
    [
      "none",
      ["retail", "E-commerce", "ecommerce", "online retail", "Predictive maintenance", "sales and marketing"],
    ],
    ["unknown", ["helthcare", "recrutment", "oncological research", "general", "other", "n.n.", "salud"]],
  ])("give %s", async (meaning, words) => {
    for (const word of words) expect(`${word}: ${await meaningOf(word)}`).toBe(`${word}: ${meaning}`);
  });
});

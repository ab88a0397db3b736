import type { Aggregate, OutputWarning } from "../../../output/output.ts";
import type { OutputReading } from "../../../output/reader.ts";
import type { Listing } from "./listing.ts";

export function listingOutput(
  listings: readonly Listing[],
  aggregates: readonly Aggregate[],
  warnings: readonly OutputWarning[],
): OutputReading {
  return {
    kind: "output",
    output: {
      tool: "dvc",
      formatVersion: null,
      producedAt: null,
      subject: null,
      facts: listings.flatMap(({ facts }) => facts),
      incomplete: listings.flatMap(({ incomplete }) => incomplete),
      aggregates,
      warnings,
    },
  };
}

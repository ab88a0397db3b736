import { createHash } from "node:crypto";
import type { Json } from "../../../output/json.ts";
import type { Aggregate } from "../../../output/output.ts";

const VALUES = ["original_value", "converted_value"] as const;

/** Every text stands beside its SHA-256, so that one that was changed afterwards shows. */
export class Digests {
  private stated = 0;
  private matching = 0;

  add(piece: Json): void {
    for (const value of VALUES) {
      const text = piece.get(value).text();
      const digest = piece.get(`${value}_sha256`).text();
      if (text === null || digest === null || piece.get(`${value}_data_type`).text() !== "text") continue;
      this.stated++;
      if (createHash("sha256").update(text, "utf8").digest("hex") === digest) this.matching++;
    }
  }

  aggregate(whole: Json): Aggregate[] {
    if (this.stated === 0) return [];
    const name = "texts that have their SHA-256";
    const { stated, matching } = this;
    return [{ name, stated, recomputed: matching, because: null, tolerance: 0, rows: stated, at: whole.at }];
  }
}

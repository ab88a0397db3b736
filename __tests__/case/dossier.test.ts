import { describe, expect, it } from "vitest";
import { referencedPaths, tableById } from "../../src/case/dossier.ts";
import { dossierOf, folder } from "../support/dossier.ts";

describe("a dossier", () => {
  it("refers to its card and to all that the card names, once each and sorted", async () => {
    const dossier = await dossierOf(
      folder(
        {
          model: { id: "m", artifacts: [{ path: "model.bin" }, { sha256: "0".repeat(64) }] },
          evidence: [
            { kind: "predictions", path: "p*.csv" },
            { kind: "predictions", path: "p1.csv", split: "again" },
            { kind: "report", path: "missing.pdf" },
          ],
        },
        { "p1.csv": "a\n1\n", "p2.csv": "a\n1\n" },
      ),
    );
    expect(referencedPaths(dossier)).toEqual([
      "missing.pdf",
      "model-card.yaml",
      "model.bin",
      "p1.csv",
      "p2.csv",
    ]);
  });

  it("finds a table by its id alone", async () => {
    const dossier = await dossierOf(folder({ evidence: [{ id: "e", kind: "predictions", path: "p.csv" }] }));
    expect(tableById(dossier, "e")?.declared?.value).toBe("p.csv");
    expect(tableById(dossier, "p.csv")).toBeNull();
  });
});

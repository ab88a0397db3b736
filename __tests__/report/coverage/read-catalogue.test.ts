import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../src/report/coverage/read-catalogue.ts";
import { catalogueOf } from "../../support/coverages.ts";

const sound = catalogueOf({ "TST-01": ["A"], "TST-02": ["B", "C"] });
const [first, ...others] = sound.frameworks;

describe("faultsOf", () => {
  it("is silent on a sound catalogue", () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  it.each([
    [
      "an id that its framework does not hold",
      catalogueOf({ "TST-01": ["A", "Z"] }),
      "TST-01 names nist-ai-rmf Z, which was not checked at a source",
    ],
    [
      "a control given twice",
      { ...sound, controls: [...sound.controls, ...sound.controls.slice(0, 1)] },
      "the control TST-01 is there twice",
    ],
    [
      "an item given twice",
      { ...sound, frameworks: [{ ...first!, items: [...first!.items, first!.items[0]!] }, ...others] },
      "nist-ai-rmf holds A twice",
    ],
    [
      "a framework without its file",
      { ...sound, frameworks: others },
      "the framework nist-ai-rmf is missing",
    ],
    [
      "what was not confirmed for a control that is not there",
      {
        ...sound,
        frameworks: [{ ...first!, not_confirmed: [{ id: "D", control: "NOT-01", because: "x" }] }, ...others],
      },
      "nist-ai-rmf speaks of the control NOT-01, which is not there",
    ],
  ])("tells of %s", (_, catalogue, says) => {
    expect(faultsOf(catalogue)).toContain(says);
  });
});

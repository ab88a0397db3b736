import { describe, expect, it } from "vitest";
import { progressOn } from "../../src/main/progress.ts";

function stream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, stream: { isTTY, write } as unknown as NodeJS.WriteStream };
}

describe("progressOn", () => {
  it("shows on a terminal how far many models are, and wipes the line", () => {
    const { written, stream: terminal } = stream(true);
    const progress = progressOn(terminal);
    progress.show(1, 20);
    progress.clear();
    progress.clear();
    expect(written).toEqual(["\r\u001b[Kjudging 1 of 20 models", "\r\u001b[K"]);
  });

  it.each([
    ["a file", false, 500],
    ["a terminal, of a few models", true, 19],
  ])("leaves %s alone", (_, isTTY, total) => {
    const { written, stream: target } = stream(isTTY);
    const progress = progressOn(target);
    progress.show(1, total);
    progress.clear();
    expect(written).toEqual([]);
  });
});

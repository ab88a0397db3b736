import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { chunksOf } from "../../src/workspace/chunks.ts";
import { digested, sha256 } from "../../src/workspace/digest.ts";
import { isRefusal } from "../../src/workspace/tree.ts";
import { workTree } from "../../src/workspace/work-tree.ts";
import { write } from "../support/repository.ts";
import { scratch } from "./scratch.ts";

describe("sha256", () => {
  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a word", Buffer.from("abc")],
    ["several chunks", Buffer.alloc(3_000_001, "x")],
  ])("digests %s", async (_, bytes) => {
    const root = scratch();
    write(root, { file: bytes });
    const file = await (await workTree(root, CAPS, null)).open("file");
    if (isRefusal(file)) throw new Error(file.says);
    expect(await sha256(file)).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});

describe("digested", () => {
  it.each([
    ["streamed to the end", true, 1],
    ["streamed in part", false, 2],
  ])("gives the digest of a file that was %s", async (_, toTheEnd, readings) => {
    const bytes = Buffer.alloc(3_000_001, "x");
    let streams = 0;
    const stream = async function* () {
      streams++;
      yield* chunksOf(bytes);
    };
    const read = async (start: number, end: number) => bytes.subarray(start, end);
    const { file, sha256 } = digested({ path: "file", size: bytes.length, stream, read });
    for await (const _ of file.stream()) if (!toTheEnd) break;
    expect(await sha256()).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(streams).toBe(readings);
  });
});

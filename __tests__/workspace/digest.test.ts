import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CAPS } from "../../src/workspace/caps.ts";
import { sha256 } from "../../src/workspace/digest.ts";
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

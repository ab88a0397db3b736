import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import { startOf } from "./place.ts";
import type { Problem } from "./problem.ts";
import { decodeText } from "./text.ts";

/** The text of one document in the tree, or the problem that keeps it from being read. */
export async function readText(
  tree: Tree,
  path: string,
  caps: Caps,
): Promise<{ text: string } | { problem: Problem }> {
  const file = await tree.open(path);
  if (isRefusal(file)) return refuse(path, "refused", file.says, file.fix);
  if (file.size > caps.documentBytes) {
    const says = `${path} has ${file.size} bytes, and a document may have ${caps.documentBytes}`;
    return refuse(path, "over-cap", says, "shorten it, or raise documentBytes in the base's configuration");
  }
  try {
    return decodeText(await file.read(0, file.size), path);
  } catch {
    return refuse(path, "refused", `${path} could not be read`, "check that the file is whole and readable");
  }
}

function refuse(path: string, code: string, says: string, fix: string): { problem: Problem } {
  return { problem: { code, about: "file", at: startOf(path), says, fix } };
}

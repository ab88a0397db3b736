import approvalsSchema from "../../schemas/approvals.schema.json" with { type: "json" };
import { readText } from "../documents/file.ts";
import type { Problem } from "../documents/problem.ts";
import { validator } from "../documents/schema.ts";
import { parseYaml } from "../documents/yaml.ts";
import type { Caps } from "../workspace/caps.ts";
import { isRefusal, type Tree } from "../workspace/tree.ts";
import type { Approval } from "./approval.ts";
import { approvalsFrom } from "./approvals-from.ts";

/** One file of approvals in one tree. */
export interface ApprovalFile {
  readonly byModel: ReadonlyMap<string, readonly Approval[]>;
  /** What is wrong in it; the approvals that are whole are read all the same. */
  readonly problems: readonly Problem[];
  /** Why nothing of it can be read; null when it was. */
  readonly unreadable: Problem | null;
}

/** Null where there is no such file. A link that leads out, a folder or a file over a limit is one that cannot be read. */
export async function readApprovalFile(tree: Tree, path: string, caps: Caps): Promise<ApprovalFile | null> {
  const file = await tree.open(path);
  if (isRefusal(file) && file.refused === "not-found") return null;
  const read = await readText(tree, path, caps);
  if ("problem" in read) return unread(read.problem);
  const { root, problems } = parseYaml(read.text, path, caps);
  const [first] = problems;
  if (root === null) {
    const at = first?.at ?? { path, line: 1, column: 1, pointer: "" };
    return unread(first ?? { code: "empty", about: "file", at, says: `${path} is empty`, fix: "remove it" });
  }
  const wrong = (await validator(approvalsSchema))(root);
  const { approvals, problems: own } = approvalsFrom(root.kind === "map" ? root : null);
  return {
    byModel: grouped(approvals),
    problems: [...problems, ...wrong, ...own],
    unreadable: null,
  };
}

function unread(unreadable: Problem): ApprovalFile {
  return { byModel: new Map(), problems: [], unreadable };
}

function grouped(approvals: readonly Approval[]): Map<string, Approval[]> {
  const groups = new Map<string, Approval[]>();
  for (const approval of approvals) {
    const group = groups.get(approval.model.value);
    if (group) group.push(approval);
    else groups.set(approval.model.value, [approval]);
  }
  return groups;
}

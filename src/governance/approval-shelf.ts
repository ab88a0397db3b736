import { posix } from "node:path";
import type { Caps } from "../workspace/caps.ts";
import type { Tree } from "../workspace/tree.ts";
import { type ApprovalFile, readApprovalFile } from "./approval-file.ts";
import type { StatedApprovals } from "./stated-approvals.ts";

const NAMES = ["approvals.yaml", "approvals.yml"] as const;
/** Where approvals of any model may stand; the others stand in `governance/` beside a card. */
const SHARED = ["", "governance"] as const;
/** Other models that a message may be led to. */
const MOST_OTHERS = 100;

/** The approvals of one tree. Every file is read once, however many models it is about. */
export class ApprovalShelf {
  readonly #tree: Tree;
  readonly #caps: Caps;
  readonly #read = new Map<string, Promise<ApprovalFile | null>>();

  constructor(tree: Tree, caps: Caps) {
    this.#tree = tree;
    this.#caps = caps;
  }

  /** Of a model whose card stands, or stood, in these folders. */
  async of(model: string, folders: readonly string[]): Promise<StatedApprovals> {
    const beside = await this.#files(folders.map((folder) => posix.join(folder, "governance")));
    const all = [...new Set([...beside, ...(await this.#files(SHARED))])];
    const others = beside.flatMap(({ byModel }) => [...byModel.keys()].slice(0, MOST_OTHERS));
    return {
      approvals: all.flatMap(({ byModel }) => byModel.get(model) ?? []),
      problems: all.flatMap(({ problems }) => problems),
      unreadable: all.flatMap(({ unreadable }) => unreadable ?? []),
      others: [...new Set(others)].filter((id) => id !== model),
    };
  }

  async #files(folders: readonly string[]): Promise<ApprovalFile[]> {
    const paths = folders.flatMap((folder) => NAMES.map((name) => posix.join(folder, name)));
    const files = await Promise.all(paths.map((path) => this.#file(path)));
    return files.filter((file) => file !== null);
  }

  #file(path: string): Promise<ApprovalFile | null> {
    const known = this.#read.get(path) ?? readApprovalFile(this.#tree, path, this.#caps);
    this.#read.set(path, known);
    return known;
  }
}

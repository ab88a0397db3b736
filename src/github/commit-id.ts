import { isCommitId } from "../workspace/git-ref.ts";

/** A full commit id; git's all-zero id stands for "no commit" and is none. */
export function isRealCommit(text: string): boolean {
  return isCommitId(text) && !/^0+$/.test(text);
}

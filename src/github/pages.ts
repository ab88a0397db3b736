import type { Repository } from "../report/renderings/markdown/page.ts";
import type { Change } from "./change.ts";

/** Where a reader finds the judged files. The author's commit stays; a test merge is gone with the next push. */
export function pagesOf({ serverUrl, repository, headSha, evaluatedSha }: Change): Repository {
  return { url: `${serverUrl}/${repository.owner}/${repository.repo}`, sha: headSha ?? evaluatedSha };
}

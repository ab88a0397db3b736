import { MARKER } from "../report/renderings/markdown/overview.ts";
import type { Api } from "./api.ts";
import type { Repository } from "./change.ts";

const PAGE = 100;
/** GitHub closes a conversation at 2,500 comments. */
const PAGES = 30;

export interface Thread {
  readonly repository: Repository;
  readonly pullNumber: number;
  /** Login that our comments carry; anyone can write the marker. */
  readonly author: string;
}

/** What became of the comment; `by` is the login that wrote it. */
export type Placed =
  | { readonly did: "created"; readonly by: string | null }
  | { readonly did: "updated" | "unchanged" | "nothing" | "gave-up" };

interface Found {
  readonly id: number;
  readonly body: string;
}

/**
 * Leaves exactly one comment of ours on the pull request, the oldest, with this text; safe to repeat.
 * With `create` false an old comment is brought up to date and none is started.
 */
export async function placeComment(api: Api, thread: Thread, text: string, create: boolean): Promise<Placed> {
  const body = text.startsWith(MARKER) ? text : `${MARKER}\n${text}`;
  const found = await oldestOfOurs(api, thread);
  if (found === "too-many") return { did: "gave-up" };
  if (found === null && !create) return { did: "nothing" };
  if (found === null) {
    const { data } = await api.rest.issues.createComment({ ...issueOf(thread), body });
    return { did: "created", by: data.user?.login ?? null };
  }
  if (stored(found.body) === stored(body)) return { did: "unchanged" };
  await api.rest.issues.updateComment({ ...thread.repository, comment_id: found.id, body });
  return { did: "updated" };
}

/** GitHub lists comments from the oldest on. */
async function oldestOfOurs(api: Api, thread: Thread): Promise<Found | null | "too-many"> {
  const author = thread.author.toLowerCase();
  let pages = 0;
  const request = { ...issueOf(thread), per_page: PAGE };
  for await (const { data } of api.paginate.iterator(api.rest.issues.listComments, request)) {
    for (const { id, body = "", user } of data) {
      if (user?.login.toLowerCase() === author && body.startsWith(MARKER)) return { id, body };
    }
    pages += 1;
    if (pages === PAGES && data.length === PAGE) return "too-many";
  }
  return null;
}

function issueOf(thread: Thread) {
  return { ...thread.repository, issue_number: thread.pullNumber };
}

/** An edit in the browser stores CRLF, and the end of a text is trimmed. */
function stored(body: string): string {
  return body.replaceAll("\r\n", "\n").trimEnd();
}

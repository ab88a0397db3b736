import { asAnswer, type Comment } from "./github-shapes.ts";
import type { Reply } from "./github-trouble.ts";
import type { Called } from "./openapi.ts";

const FIRST_ID = 1_000_000_001;
const DEFAULT_PAGE = 30;
const LARGEST_PAGE = 100;

/** The comments of one repository's pull requests, as the REST API's operations work on them. */
export interface Comments {
  readonly all: Comment[];
  say(login: string, body: string, pullNumber?: number): Comment;
  answer(called: Called, query: URLSearchParams, body: unknown): Reply;
}

export function commentsOf(slug: string, login: string, apiUrl: () => string): Comments {
  const all: Comment[] = [];
  return { all, say, answer };

  function say(by: string, body: string, pullNumber = 7): Comment {
    const comment = { id: FIRST_ID + all.length, pullNumber, login: by, body, updates: 0 };
    all.push(comment);
    return comment;
  }

  function answer({ operation, path }: Called, query: URLSearchParams, body: unknown): Reply {
    if (`${path.owner}/${path.repo}` !== slug) return notFound();
    const number = Number(path.issue_number);
    switch (operation.operationId) {
      case "issues/list-comments":
        return page(number, query);
      case "issues/create-comment":
        return { status: 201, body: shown(say(login, bodyOf(body), number)) };
      case "issues/update-comment": {
        const comment = all.find((each) => each.id === Number(path.comment_id));
        if (comment === undefined) return notFound();
        comment.body = bodyOf(body);
        comment.updates += 1;
        return { status: 200, body: shown(comment) };
      }
      default:
        throw new Error(`this server does not serve ${operation.operationId}`);
    }
  }

  function page(number: number, query: URLSearchParams): Reply {
    const size = Number(query.get("per_page") ?? DEFAULT_PAGE);
    const at = Number(query.get("page") ?? 1);
    if (size > LARGEST_PAGE) throw new Error(`GitHub gives at most ${LARGEST_PAGE} a page`);
    const here = all.filter((comment) => comment.pullNumber === number);
    const next = `${apiUrl()}/repos/${slug}/issues/${number}/comments?per_page=${size}&page=${at + 1}`;
    const headers: Record<string, string> = {};
    if (at * size < here.length) headers.link = `<${next}>; rel="next"`;
    return { status: 200, headers, body: here.slice((at - 1) * size, at * size).map(shown) };
  }

  function shown(comment: Comment): object {
    return asAnswer(comment, { apiUrl: apiUrl(), slug });
  }
}

function bodyOf(body: unknown): string {
  return typeof body === "object" && body !== null && "body" in body ? String(body.body) : "";
}

function notFound(): Reply {
  const body = { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" };
  return { status: 404, body };
}

import { renderMarkdown } from "../report/renderings/markdown.ts";
import type { Report } from "../report/report.ts";
import { connect } from "./api.ts";
import type { Change } from "./change.ts";
import { placeComment } from "./comment.ts";
import { crowdedOut, type Degradation, uncommented, withoutToken, writtenAs } from "./degradation.ts";
import { failureOf } from "./failure.ts";
import type { Inputs } from "./inputs.ts";
import { pagesOf } from "./pages.ts";
import { type Pause, persist } from "./retry.ts";

/** GitHub takes 65,536 characters; bytes are never fewer, and the rest is room for the marker. */
const COMMENT_BYTES = 60_000;

type Wishes = Pick<Inputs, "token" | "commentAuthor" | "summary">;

/** Keeps the pull request's one comment in step with the report; without a pull request there is nothing to do. */
export async function commentOn(
  report: Report,
  run: { readonly change: Change; readonly pause?: Pause },
  { token, commentAuthor, summary }: Wishes,
): Promise<Degradation | null> {
  const { repository, pullNumber, apiUrl, fromFork } = run.change;
  if (pullNumber === null) return null;
  if (token === null) return pointing(withoutToken(), summary);
  const text = renderMarkdown(report, { limit: COMMENT_BYTES, repository: pagesOf(run.change) });
  const thread = { repository, pullNumber, author: commentAuthor };
  try {
    const api = await connect({ token, apiUrl, version: report.tool.version });
    const place = () => placeComment(api, thread, text, worthStarting(report));
    const placed = await persist(place, run.pause);
    if (placed.did === "gave-up") return pointing(crowdedOut(), summary);
    return placed.did === "created" ? mismatch(placed.by, commentAuthor) : null;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return pointing(uncommented(failure, fromFork), summary);
  }
}

/** A change that touches no model and no policy gets no comment, only the update of one that is there. */
function worthStarting(report: Report): boolean {
  return report.recommendation !== null || report.policyChange !== null || report.notices.length > 0;
}

function mismatch(login: string | null, expected: string): Degradation | null {
  if (login === null || login.toLowerCase() === expected.toLowerCase()) return null;
  return writtenAs(login, expected);
}

function pointing(degradation: Degradation, summary: boolean): Degradation {
  const place = summary ? "in the job summary" : "in the file that the output `report` names";
  return { ...degradation, fix: `${degradation.fix} The report is ${place}.` };
}

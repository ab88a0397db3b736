import { escapeMarkdownCode } from "../../escape/markdown.ts";
import { escapePath } from "../../escape/uri.ts";
import type { PlaceReport } from "../../report.ts";
import type { Detail } from "./detail.ts";

/** Where the files of the judged commit can be read. */
export interface Repository {
  /** `https://github.com/owner/name`, or the same on an Enterprise Server. */
  readonly url: string;
  /** Full commit id. */
  readonly sha: string;
}

/** What every part of the Markdown is drawn on. */
export interface Page {
  readonly detail: Detail;
  readonly repository: Repository | null;
}

const WEB_PAGE = /^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/;
const COMMIT = /^[0-9a-f]{7,64}$/;
const PATH_LIMIT = 200;

/** `path:line` as code, linked to that line of the judged commit where there is a page for it. */
export function placeMarkdown(place: PlaceReport, { repository }: Page): string {
  const shown = escapeMarkdownCode(`${place.path}:${place.line}`, PATH_LIMIT);
  return linked(shown, place.path, `#L${place.line}`, repository);
}

export function pathMarkdown(path: string, { repository }: Page): string {
  return linked(escapeMarkdownCode(path, PATH_LIMIT), path, "", repository);
}

function linked(shown: string, path: string, anchor: string, repository: Repository | null): string {
  if (repository === null || !WEB_PAGE.test(repository.url) || !COMMIT.test(repository.sha)) return shown;
  // A step upwards would lead to another page of the same site.
  if (path.split("/").some((segment) => ["", ".", ".."].includes(segment))) return shown;
  return `[${shown}](${repository.url}/blob/${repository.sha}/${escapePath(path)}${anchor})`;
}

import type { Refusal, RefusalCode } from "./refusal.ts";

function refusal(refused: RefusalCode, path: string, says: string, fix: string): Refusal {
  return { refused, path, says, fix };
}

export function notFound(path: string, label: string, suggestion: string | null): Refusal {
  const fix =
    suggestion === null
      ? "Correct the path, or add the file to the repository."
      : `Name ${suggestion}, or add the file.`;
  const missing = refusal("not-found", path, `There is no file ${path} in the ${label}.`, fix);
  return suggestion === null ? missing : { ...missing, nearest: suggestion };
}

export function unusablePath(path: string, why: string, fix: string): Refusal {
  return refusal("not-found", path, `The path ${why}.`, fix);
}

export function isDirectory(path: string): Refusal {
  return refusal("is-directory", path, `${path || "."} is a folder.`, "Name a file inside it.");
}

export function notAFile(path: string, what: string): Refusal {
  return refusal("not-a-file", path, `${path} is ${what}.`, "Put a regular file at this path.");
}

export function outsideTree(path: string, why: string): Refusal {
  return refusal(
    "outside-tree",
    path,
    `${path} ${why}.`,
    "Put the file in the repository and write its path relative to the file that names it.",
  );
}

export function linkOutsideTree(path: string, link: string): Refusal {
  return refusal(
    "link-outside-tree",
    path,
    `${path} goes through the symbolic link ${link}, which leads out of the repository.`,
    "Replace the link with the file itself, or with a relative link to a file in the repository.",
  );
}

export function tooManyLinks(path: string, hops: number): Refusal {
  return refusal(
    "too-many-links",
    path,
    `${path} goes through more than ${hops} symbolic links, or through a loop of them.`,
    "Link to the file directly.",
  );
}

export function overCap(path: string, says: string, fix: string): Refusal {
  return refusal("over-cap", path, says, fix);
}

export function unreadable(path: string, why: string, fix: string): Refusal {
  return refusal("unreadable", path, `${path} cannot be read: ${why}.`, fix);
}

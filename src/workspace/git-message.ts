const LINE_CHARACTERS = 300;

/** The line of git's standard error that says what went wrong, safe to print: no credentials, no controls. */
export function lastError(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const said = lines.findLast((line) => /^(?:remote: )?(?:fatal|error):/i.test(line)) ?? lines.at(-1);
  return said === undefined ? "git gave no reason" : printable(said).slice(0, LINE_CHARACTERS);
}

function printable(line: string): string {
  return line
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s]*@/gi, "$1***@")
    .replace(/(authorization:\s*)(?:(?:basic|bearer|token)\s+)?\S+/gi, "$1***")
    .replace(/\b(?:gh[a-z]_|github_pat_|glpat-)[\w-]+/g, "***")
    .trim();
}

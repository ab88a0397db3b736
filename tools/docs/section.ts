/** Puts a generated part between its two markers in a page that people write. @throws Error when a marker is missing. */
export function fill(page: string, name: string, body: string): string {
  const open = `<!-- generated: ${name}, by npm run docs -->`;
  const close = `<!-- end of ${name} -->`;
  const start = page.indexOf(open);
  const end = page.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the markers are missing: ${open} … ${close}`);
  return `${page.slice(0, start + open.length)}\n\n${body}\n\n${page.slice(end)}`;
}

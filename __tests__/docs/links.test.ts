import { existsSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../tools/docs/root.ts";
import { anchorsOf, linksOf, PAGES } from "./pages.ts";

describe.each(PAGES)("%s", (page) => {
  it("links only to what is there", () => {
    const broken = linksOf(page).filter(({ url }) => !/^[a-z]+:/.test(url) && !leadsSomewhere(page, url));
    expect(broken).toEqual([]);
  });
});

function leadsSomewhere(page: string, url: string): boolean {
  const [path = "", anchor] = url.split("#");
  const target = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), path));
  if (target.startsWith("..") || !existsSync(inRoot(target))) return false;
  return anchor === undefined || !target.endsWith(".md") || anchorsOf(target).has(anchor);
}

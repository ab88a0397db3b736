import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../src/statistics/catalogue.ts";
import { docstrings } from "../../tools/docs/docstrings.ts";
import { metricsPage } from "../../tools/docs/metrics.ts";

const written = await docstrings();
const metrics = Object.values(CATALOGUE).flatMap((of) => [...of]);

describe("what is written above a metric", () => {
  it.each(metrics.map((metric) => [metric.name, metric.task, written.get(metric) ?? ""] as const))(
    "%s of %s says what it is, when it is undefined, what interval it has and its source",
    (_, __, text) => {
      expect(text.length).toBeGreaterThan(60);
      expect(text).toMatch(/\b(?:Undefined|Never undefined) /);
      expect(text).toMatch(/\b[Ii]nterval\b/);
      expect(text).toMatch(/\bSource: \S/);
    },
  );
});

describe("the page of metrics", () => {
  it("links every metric to its definition", async () => {
    const page = await metricsPage();
    for (const { name } of metrics) expect(page).toContain(`### \`${name}\``);
    const anchors = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
    const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, heading = ""]) =>
      heading.toLowerCase().replaceAll(/[`,]/g, "").replaceAll(" ", "-"),
    );
    expect(new Set(anchors)).toEqual(new Set(headings));
    expect(new Set(headings).size).toBe(headings.length);
  });
});

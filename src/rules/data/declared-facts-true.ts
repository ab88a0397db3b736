import type { Place } from "../../documents/place.ts";
import type { Sourced } from "../../inventory/sourced.ts";
import type { DigestNeed, RowsNeed } from "../../measurement/need.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable } from "../verdict.ts";

export default defineRule({
  id: "data/declared-facts-true",
  question: "Are the row counts and digests that the card states those of the files?",
  why: "A digest binds the card to exactly one file, and a row count to one split of it. When they no longer match, the numbers were taken from something else.",
  controls: ["DAT-01", "DAT-02"],
  parameters: {},
  *needs(subject) {
    for (const fact of rowFacts(subject)) yield fact.need;
    for (const fact of digestFacts(subject)) if (fact.need) yield fact.need;
  },
  *check(subject, measured) {
    let stated = 0;
    let checked = 0;
    for (const { id, rows, need } of rowFacts(subject)) {
      stated++;
      const about = `rows|${id}`;
      const result = measured.of(need);
      if (result.kind === "cannot-tell") {
        yield cannotTell({
          about,
          at: rows.at,
          says: `the rows of ${id} cannot be counted: ${result.says}`,
          needs: result.fix,
        });
      } else if (result.rows !== rows.value) {
        const says = `${id} is said to have ${rows.raw} rows and has ${result.rows}`;
        yield finding({
          about,
          at: rows.at,
          says,
          fix: `set \`rows: ${result.rows}\`, or commit the file that was meant`,
        });
      } else checked++;
    }
    for (const { id, sha256, need } of digestFacts(subject)) {
      stated++;
      const about = `sha256|${id}`;
      const { at } = sha256;
      if (!need) {
        const says = `the sha256 of ${id} is one digest for several files`;
        yield cannotTell({ about, at, says, needs: "give each file an entry and a digest of its own" });
        continue;
      }
      const result = measured.of(need);
      if (result.kind === "cannot-tell") {
        yield cannotTell({
          about,
          at,
          says: `the digest of ${id} cannot be checked: ${result.says}`,
          needs: result.fix,
        });
      } else if (result.sha256 !== sha256.value.trim().toLowerCase()) {
        const says = `the sha256 of ${id} is not that of ${need.path}`;
        yield finding({
          about,
          at,
          says,
          fix: `set \`sha256: ${result.sha256}\`, or commit the file that was meant`,
        });
      } else checked++;
    }
    if (checked > 0)
      yield fine({ checked: `${checked} of ${stated} stated row counts and digests are true` });
    if (stated === 0) yield notApplicable("the card states no row count and no digest of its evidence");
  },
});

interface RowFact {
  readonly id: string;
  readonly rows: Sourced<number>;
  readonly need: RowsNeed;
}

function rowFacts({ after }: Subject): RowFact[] {
  return after.tables.flatMap(({ id, rows, content }) =>
    rows && content.kind !== "undeclared" ? [{ id, rows, need: { kind: "rows", table: id } as const }] : [],
  );
}

interface DigestFact {
  readonly id: string;
  readonly sha256: Sourced<string>;
  readonly at: Place;
  readonly need: DigestNeed | null;
}

function digestFacts({ after }: Subject): DigestFact[] {
  const tables = after.tables.map(({ id, sha256, at, files }) => ({ id, sha256, at, paths: files }));
  const others = after.files.map(({ id, sha256, at, path }) => ({ id, sha256, at, paths: [path] }));
  return [...tables, ...others].flatMap(({ id, sha256, at, paths }) => {
    const [path, another] = paths;
    if (!sha256 || path === undefined) return [];
    return [{ id, sha256, at, need: another === undefined ? ({ kind: "digest", path } as const) : null }];
  });
}

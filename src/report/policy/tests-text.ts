import { counted } from "../../measurement/number-format.ts";
import { escapeTerminal } from "../escape/terminal.ts";
import { NARROWEST, type Page, WIDEST } from "../renderings/text/page.ts";
import { styleOf } from "../renderings/text/style.ts";
import { hang } from "../renderings/text/wrap.ts";
import type { TextOptions } from "../renderings/text.ts";
import { failures, type TestedCase, type TestedFile, unnoticed } from "./tests.ts";

const INDENT = "  ";
const LONGEST = 1_000;
/** Rules that one line names; the JSON has all. */
const SHOWN = 8;
const IDLE = "; no test can notice: another setting asks for as much, so leave this one out";

/** What policy tests gave, for a terminal: each test in a line, then what failed and what none of them reached. */
export function testedText(files: readonly TestedFile[], { width, colour }: TextOptions): string {
  const page: Page = { width: Math.min(WIDEST, Math.max(NARROWEST, width)), style: styleOf(colour) };
  return `${files.flatMap((file, index) => [...(index > 0 ? [""] : []), ...fileText(file, page)]).join("\n")}\n`;
}

function fileText(file: TestedFile, page: Page): readonly string[] {
  const { path, policy, tests } = file;
  const failed = failures(file).length;
  const result = failed === 0 ? "all pass" : `${failed} ${failed === 1 ? "fails" : "fail"}`;
  return [
    ...hang("", `${escapeTerminal(path)}, of ${escapeTerminal(policy)}`, page.width, page.style.strong),
    ...written(tests).flatMap((cases) => testText(cases, page)),
    ...hang("", `${counted(tests.length, "test")}: ${result}`, page.width, page.style.strong),
    ...rulesText(file, page),
    ...stepsText(file, page),
  ];
}

/** Those that one written test stands for, together. */
function written(tests: readonly TestedCase[]): readonly (readonly TestedCase[])[] {
  const groups = new Map<string, TestedCase[]>();
  for (const test of tests) {
    const known = groups.get(test.at);
    if (known) known.push(test);
    else groups.set(test.at, [test]);
  }
  return [...groups.values()];
}

function testText(cases: readonly TestedCase[], page: Page): readonly string[] {
  const [first] = cases;
  if (!first) return [];
  const wrong = cases.filter(({ passes }) => !passes);
  const name = escapeTerminal(first.name, 200);
  const several = cases.length > 1 ? ` (${cases.length - wrong.length} of ${cases.length})` : "";
  if (wrong.length === 0)
    return hang("✓ ", `${name}${cases.length > 1 ? ` (${cases.length})` : ""}`, page.width);
  return [
    ...hang("✗ ", `${name}${several}`, page.width, page.style.strong),
    ...hang(INDENT, escapeTerminal(first.at), page.width, page.style.faint),
    ...wrong.flatMap(({ label, mismatches }) => [
      ...(label === "" ? [] : hang(INDENT, `with ${escapeTerminal(label, LONGEST)}`, page.width)),
      ...mismatches.flatMap(({ expected, came }) => [
        ...hang(`${INDENT}expected: `, escapeTerminal(expected, LONGEST), page.width),
        ...hang(`${INDENT}came:     `, escapeTerminal(came, LONGEST), page.width),
      ]),
    ]),
  ];
}

function rulesText({ unreachedRules: rules }: TestedFile, page: Page): readonly string[] {
  if (rules.length === 0) return ["Every rule in force was seen to find something and to find all well."];
  return [
    "",
    ...hang("", "Rules in force that no test reached", page.width, page.style.strong),
    ...[...alike(rules)].flatMap(([what, ids]) => hang(INDENT, `${what}: ${listed(ids)}`, page.width)),
  ];
}

function listed(ids: readonly string[]): string {
  const more = ids.length - SHOWN;
  return more > 0 ? `${ids.slice(0, SHOWN).join(", ")}, and ${more} more` : ids.join(", ");
}

/** Rules that lack the same, under what they lack. */
function alike(rules: TestedFile["unreachedRules"]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { rule, tier, never, stages } of rules) {
    const what = `${tier}, never ${never} in ${stages.join(", ")}`;
    groups.set(what, [...(groups.get(what) ?? []), rule]);
  }
  return groups;
}

function stepsText(file: TestedFile, page: Page): readonly string[] {
  if (file.steps === null) {
    const failed = failures(file).length > 0;
    return [
      failed
        ? "Thresholds are tried once every test passes."
        : "Whether every threshold is reached: --thresholds",
    ];
  }
  const missed = unnoticed(file);
  const tried = `${counted(file.steps.length, "step")} away from what the policy writes`;
  if (missed.length === 0) return hang("", `Every one of ${tried} makes a test fail.`, page.width);
  return [
    "",
    ...hang("", `${missed.length} of ${tried} make no test fail`, page.width, page.style.strong),
    ...missed.flatMap(({ path, line, column, pointer, from, to, isIdle }) => {
      const change = to === null ? `without ${from}` : `${from} → ${to}`;
      const at = `${escapeTerminal(path)}:${line}:${column}`;
      const hint = isIdle ? IDLE : "";
      return hang(
        INDENT,
        `${at} ${escapeTerminal(pointer.replaceAll("~1", "/"))}: ${escapeTerminal(change, 200)}${hint}`,
        page.width,
      );
    }),
  ];
}

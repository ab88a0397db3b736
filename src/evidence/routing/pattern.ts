import { type PatternNode, parsePattern } from "./pattern-syntax.ts";

/** One step of the automaton: it takes a character, or goes on to others without one. */
type Step =
  | { readonly kind: "take"; readonly fits: (character: string) => boolean }
  | { readonly kind: "go"; to: number[] };

/**
 * Whether the whole text matches a regular expression as Alertmanager anchors it. All ways through are followed at
 * once, so that the time is the product of the two lengths. Null for syntax beyond literals, `.`, classes, groups,
 * `|`, `*`, `+` and `?` (RE2 has more), and for a pattern or text that is too long.
 */
export function matchesWhole(pattern: string, text: string): boolean | null {
  if (text.length > MOST_TEXT) return null;
  const steps = compiled(pattern);
  if (steps === null) return null;
  let now = reach(steps, [0]);
  for (const character of text) {
    const next: number[] = [];
    for (const at of now) {
      const step = steps[at];
      if (step?.kind === "take" && step.fits(character)) next.push(at + 1);
    }
    now = reach(steps, next);
  }
  return now.has(steps.length);
}

const MOST_TEXT = 1000;

function compiled(pattern: string): readonly Step[] | null {
  const root = parsePattern(pattern);
  if (root === null) return null;
  const steps: Step[] = [];
  compile(root, steps);
  return steps;
}

/** Appends the steps that match the node and end behind themselves. */
function compile(node: PatternNode, steps: Step[]): void {
  switch (node.kind) {
    case "one":
      steps.push({ kind: "take", fits: node.fits });
      return;
    case "sequence":
      for (const part of node.parts) compile(part, steps);
      return;
    case "choice": {
      const fork = jump(steps);
      const ends = node.parts.map((part) => {
        fork.to.push(steps.length);
        compile(part, steps);
        return jump(steps);
      });
      for (const end of ends) end.to.push(steps.length);
      return;
    }
    case "repeat": {
      const skip = node.least === 0 ? jump(steps) : null;
      const start = steps.length;
      skip?.to.push(start);
      compile(node.of, steps);
      if (node.again) {
        const back = jump(steps);
        back.to.push(start, steps.length);
      }
      skip?.to.push(steps.length);
    }
  }
}

function jump(steps: Step[]): { kind: "go"; to: number[] } {
  const step = { kind: "go" as const, to: [] as number[] };
  steps.push(step);
  return step;
}

/** The steps that can be reached from some without taking a character. */
function reach(steps: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    const step = steps[at];
    if (step?.kind === "go") open.push(...step.to);
  }
  return found;
}

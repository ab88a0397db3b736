import type { Files } from "./rule-tester.ts";

export const CARD = "models/a/model-card.yaml";

/**
 * A native card of the model `a` and the files beside it. Each top-level key is one line of the card, in the order
 * given: `model`, which always is line 1, then line 2 and so on.
 */
export function cardWith(keys: Readonly<Record<string, string>>, beside: Files = {}): Files {
  const { model = "task: binary-classification", ...others } = keys;
  const lines = [
    `model: { id: a, ${model} }`,
    ...Object.entries(others).map(([key, text]) => `${key}: ${text}`),
  ];
  const files = Object.entries(beside).map(([path, content]) => [`models/a/${path}`, content]);
  return { [CARD]: `${lines.join("\n")}\n`, ...Object.fromEntries(files) };
}

/** `evidence:` with the predictions of the test split in test.csv, and whatever else the entry says. */
export function testPredictions(more = ""): string {
  return `[{ id: test-predictions, kind: predictions, path: test.csv, split: test${more && `, ${more}`} }]`;
}

/** Decisions counted by what became of them, and the other columns that these rows have. */
export interface Decided {
  readonly tp?: number;
  readonly fn?: number;
  readonly fp?: number;
  readonly tn?: number;
  readonly [column: string]: string | number | undefined;
}

const OUTCOMES = [
  ["tp", "1,1"],
  ["fn", "1,0"],
  ["fp", "0,1"],
  ["tn", "0,0"],
] as const;

/** A CSV of 0/1 decisions: `id` (r1, r2, …), `y_true`, `y_pred`, then the groups' own columns. */
export function decisions(...groups: readonly Decided[]): string {
  const own = Object.keys(groups[0] ?? {}).filter((name) => !OUTCOMES.some(([outcome]) => outcome === name));
  const rows = groups.flatMap((group) =>
    OUTCOMES.flatMap(([outcome, cells]) =>
      Array<string>(group[outcome] ?? 0).fill([cells, ...own.map((name) => group[name])].join(",")),
    ),
  );
  return csv(
    ["id", "y_true", "y_pred", ...own].join(","),
    ...rows.map((row, index) => `r${index + 1},${row}`),
  );
}

export function csv(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

/** A CSV of nothing but ids. */
export function ids(...names: readonly string[]): string {
  return csv("id", ...names);
}

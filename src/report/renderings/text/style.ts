import type { Severity } from "../../../policy/severity.ts";
import type { ClaimStatus, Recommendation } from "../../report.ts";

type Paint = (text: string) => string;

interface Banner {
  readonly text: string;
  readonly padding: number;
}

/** How the terminal shows what; without colour every one of them returns its text. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly fix: Paint;
  /** Colour stands out by a blank on either side; `padding` counts them. */
  readonly banner: (recommendation: Recommendation | null) => (words: string) => Banner;
  readonly severity: (severity: Severity) => Paint;
  readonly status: (status: ClaimStatus) => Paint;
}

export function styleOf(colour: boolean): Style {
  const sgr =
    (...codes: readonly number[]): Paint =>
    (text) =>
      colour && text !== "" ? `\u001b[${codes.join(";")}m${text}\u001b[0m` : text;
  return {
    strong: sgr(1),
    faint: sgr(2),
    fix: sgr(36),
    banner: (recommendation) => {
      const paint = sgr(1, ...BANNER[recommendation ?? "none"]);
      return (words) => (colour ? { text: paint(` ${words} `), padding: 2 } : { text: words, padding: 0 });
    },
    severity: (severity) => sgr(...SEVERITY[severity]),
    status: (status) => sgr(...STATUS[status]),
  };
}

const BLACK = 30;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const BLUE = 34;
const WHITE = 97;
const ON = 10;

const BANNER = {
  hold: [WHITE, RED + ON],
  "approve-with-conditions": [BLACK, YELLOW + ON],
  approve: [BLACK, GREEN + ON],
  none: [7],
} as const;
const SEVERITY = { critical: [1, RED], high: [RED], medium: [YELLOW], low: [BLUE], info: [2] } as const;
const STATUS = { reproduced: [GREEN], differs: [RED], unsupported: [YELLOW], impossible: [1, RED] } as const;

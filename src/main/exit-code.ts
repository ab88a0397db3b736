import type { Challenge } from "../gate.ts";

/** The contract of the command line. Precedence 4, 2, 1, 3, 0. */
export const EXIT = { fine: 0, hold: 1, usage: 2, nothing: 3, fault: 4 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** `lenient` masks a hold, and nothing else. */
export function exitCode({ report, faults }: Challenge, lenient: boolean): ExitCode {
  if (faults.length > 0) return EXIT.fault;
  if (report.recommendation === "hold" && !lenient) return EXIT.hold;
  if (report.models.length === 0) return EXIT.nothing;
  return EXIT.fine;
}

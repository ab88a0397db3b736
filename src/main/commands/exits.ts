import type { ExitCode } from "../exit-code.ts";

/** Where a command says how it ended. */
export type Exits = (code: ExitCode) => void;

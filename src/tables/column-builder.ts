import type { HintBuilder } from "./hint-builder.ts";
import type { NumberBuilder } from "./number-builder.ts";
import type { TextBuilder } from "./text-builder.ts";

/** What a reader fills, one for each column and kind that is asked for. */
export type ColumnBuilder = NumberBuilder | TextBuilder | HintBuilder;

import type { TableFailure } from "../tables/failure.ts";
import type { Refusal } from "../workspace/refusal.ts";

/** What is wrong and the fix, as they stand inside a longer sentence. */
export interface Phrase {
  readonly says: string;
  readonly fix: string;
}

/** Trees and tables speak in whole sentences, and a table's does not say which of the files it is about. */
export function phraseOf(failure: Refusal | TableFailure): Phrase {
  const says = failure.says.startsWith(failure.path) ? unstopped(failure.says) : inside(failure.says);
  return { says: "failed" in failure ? `${failure.path}: ${says}` : says, fix: inside(failure.fix) };
}

function inside(sentence: string): string {
  return unstopped(sentence).replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
}

function unstopped(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

/** A value, or the reason why there is none. */
export type Told<T> =
  | { readonly value: T; readonly undefined: null }
  | { readonly value: null; readonly undefined: string };

/** What statistics answers with, as plain data: a text is a reason. */
export function told<T>(answer: T | string): Told<T> {
  return typeof answer === "string" ? { value: null, undefined: answer } : { value: answer, undefined: null };
}

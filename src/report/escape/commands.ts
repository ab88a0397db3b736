// A runner obeys `::name` at the start of a line and `##[name]` or `##vso[name]` anywhere in one; text that
// is wrapped can start a line at any word, so both are broken wherever they stand.
const DOUBLE_COLON = /:(?=:)/g;
const DOUBLE_HASH = /#(?=#)/g;

/** The text with every workflow command of GitHub and Azure broken by a blank that a reader sees. */
export function withoutCommands(text: string): string {
  return text.replace(DOUBLE_COLON, ": ").replace(DOUBLE_HASH, "# ");
}

/** UTF-8 bytes, which are never fewer than the characters that GitHub counts. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

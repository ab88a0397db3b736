const LONE_SURROGATE = /\p{Cs}/gu;
const LEFT_BY_THE_STANDARD = /[!'()*]/g;

/** A path of the repository as a relative URI reference, percent-encoded, safe inside a Markdown link. */
export function escapePath(path: string): string {
  return path.split("/").map(escapeSegment).join("/");
}

function escapeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(LONE_SURROGATE, "\uFFFD")).replace(
    LEFT_BY_THE_STANDARD,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const LINE_FEED = 0x0a;

/** One line's bytes without its line feed, or null for one that is longer than the cap and was passed over. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** The lines of a stream. No more than the longest line and one chunk is held. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let held = 0;
  let skipping = false;
  const line = (rest: Uint8Array): Line => {
    const whole = skipping || held + rest.length > longest ? null : joined(parts, held, rest);
    parts = [];
    held = 0;
    skipping = false;
    return { number: number++, bytes: whole };
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, start)) {
      yield line(chunk.subarray(start, feed));
      start = feed + 1;
    }
    const rest = chunk.subarray(start);
    if (skipping || held + rest.length > longest) {
      parts = [];
      held = 0;
      skipping = true;
    } else if (rest.length > 0) {
      // A chunk may be used again by whoever reads, and a Buffer's own slice() would share its memory.
      parts.push(new Uint8Array(rest));
      held += rest.length;
    }
  }
  if (held > 0 || skipping) yield line(new Uint8Array(0));
}

function joined(parts: readonly Uint8Array[], held: number, rest: Uint8Array): Uint8Array {
  if (parts.length === 0) return rest;
  const whole = new Uint8Array(held + rest.length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  whole.set(rest, at);
  return whole;
}

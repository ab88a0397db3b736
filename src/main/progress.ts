/** A line that tells how far the work is, on a terminal only. */
export interface Progress {
  show(done: number, total: number): void;
  clear(): void;
}

/** Fewer models than this are done before anyone would read the line. */
const WORTH_SHOWING = 20;

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let shown = false;
  return {
    show(done, total) {
      if (!stream.isTTY || total < WORTH_SHOWING) return;
      stream.write(`\r\u001b[Kjudging ${done} of ${total} models`);
      shown = true;
    },
    clear() {
      if (shown) stream.write("\r\u001b[K");
      shown = false;
    },
  };
}

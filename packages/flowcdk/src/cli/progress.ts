/** A progress bar on the error stream of a terminal, for work that takes more than a second. Elsewhere nothing. */
export interface Progress {
  /** @param share 0 to 1 */
  readonly tell: (share: number) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

const SHOWN_AFTER = 1_000;
const EVERY = 100;
const WIDTH = 30;

export function progress(what: string): Progress {
  const stream = process.stderr;
  if (!stream.isTTY) return { tell: () => undefined, end: () => undefined };
  const began = Date.now();
  let shownAt = 0;
  return {
    tell: (share) => {
      const now = Date.now();
      if (now - began < SHOWN_AFTER || now - shownAt < EVERY) return;
      shownAt = now;
      const done = Math.round(Math.max(0, Math.min(1, share)) * WIDTH);
      stream.write(`\r${what} ${'█'.repeat(done)}${'░'.repeat(WIDTH - done)} ${Math.round(share * 100)} %`);
    },
    end: () => {
      if (shownAt > 0) stream.write('\r\u001b[K');
    },
  };
}

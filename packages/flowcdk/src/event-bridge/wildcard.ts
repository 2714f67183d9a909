/** The texts between the stars of a wildcard, or the reason why it is none. */
export type Wildcard = { readonly pieces: readonly string[] } | { readonly problem: string };

/** Reads a wildcard. `\*` is a star and `\\` a backslash; two stars in a row are not allowed (documented). */
export function readWildcard(text: string): Wildcard {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') {
      const next = text[(at += 1)];
      if (next !== '*' && next !== '\\') return { problem: 'a backslash stands before * or another backslash only' };
      piece += next;
    } else if (character === '*') {
      if (text[at + 1] === '*') return { problem: 'two stars in a row are not allowed' };
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  return { pieces: [...pieces, piece] };
}

/**
 * Whether a text has the pieces in their order, the first at its begin and the last at its end. Each piece between them
 * takes its first place, and is never looked for again. The time therefore grows with the length of the text, however
 * many stars there are.
 */
export function fitsWildcard(text: string, pieces: readonly string[]): boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const place = text.indexOf(piece, at);
    if (place < 0 || place + piece.length > end) return false;
    at = place + piece.length;
  }
  return at <= end;
}

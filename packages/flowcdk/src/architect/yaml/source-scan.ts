/**
 * Finds places that js-yaml's events leave out: an empty value, the `|` of a block scalar, a closing bracket. Each
 * search starts at the last known end and skips text without data.
 */

/** Skips white space, line breaks and comments. */
export function pastBlank(source: string, from: number): number {
  let at = from;
  for (;;) {
    const code = source.charCodeAt(at);
    if (isBlank(code)) at++;
    else if (code === 0x23 && (at === 0 || isBlank(source.charCodeAt(at - 1)))) at = lineEnd(source, at);
    else return at;
  }
}

/** The end of the text between two offsets, without white space at its end. */
export function beforeBlank(source: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(source.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset after the `:`, `-` or `?` that announces an empty value, or `from` if there is none. */
export function pastIndicator(source: string, from: number): number {
  const at = pastBlank(source, from);
  const code = source.charCodeAt(at);
  if (code === 0x3a) return at + 1;
  const next = source.charCodeAt(at + 1);
  return (code === 0x2d || code === 0x3f) && (Number.isNaN(next) || isBlank(next)) ? at + 1 : from;
}

/** The offset after the bracket that closes a `[…]` or `{…}` whose content ends at `from`. */
export function pastBracket(source: string, from: number, bracket: ']' | '}'): number {
  let at = pastBlank(source, from);
  while (',:?'.includes(source.charAt(at) || ' ')) at = pastBlank(source, at + 1);
  return source.charAt(at) === bracket ? at + 1 : from;
}

/** The offset of the `|` or `>` whose text begins at `textStart`. The search does not go before `from`. */
export function blockScalarStart(source: string, from: number, textStart: number): number {
  const last = source.charCodeAt(textStart - 1) === 0x0a && source.charCodeAt(textStart - 2) === 0x0d ? 2 : 1;
  const headEnd = isBreak(source.charCodeAt(textStart - 1)) ? textStart - last : textStart;
  let lineStart = headEnd;
  while (lineStart > from && !isBreak(source.charCodeAt(lineStart - 1))) lineStart--;
  const header = /[|>][-+0-9]*[ \t]*(?:[ \t]#.*)?$/.exec(source.slice(lineStart, headEnd));
  return header === null ? textStart : lineStart + header.index;
}

/** The end of the line of an offset, before its line break. */
export function lineEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && !isBreak(source.charCodeAt(at))) at++;
  return at;
}

export function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0xfeff;
}

/**
 * How wide a text is, without a browser. Fonts differ, so the widths are those of the widest of the usual sans-serif
 * fonts; a text may be narrower on the page, never wider by much.
 */
export const textWidth = (text: string, size: number): number =>
  Math.ceil([...text].reduce((sum, character) => sum + widthOf(character), 0) * size);

/** In em. */
function widthOf(character: string): number {
  if (/[iljtfrI.,:;'|!()[\]{} ]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.92;
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x2e80) return 1.05;
  return /[A-Z]/.test(character) || code > 0x7f ? 0.72 : 0.6;
}

/** A text that is at most so wide. What is left out becomes an ellipsis. */
export function fitted(text: string, size: number, width: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (textWidth(line.slice(0, 400), size) <= width && line.length <= 400) return line;
  const characters = [...line.slice(0, 400)];
  let sum = widthOf('…') * size;
  let count = 0;
  for (const character of characters) {
    sum += widthOf(character) * size;
    if (sum > width) break;
    count += 1;
  }
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}

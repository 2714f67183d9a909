/**
 * The most levels of nested JSON, deeper than any body of the API. What is stored deeper could not be written again:
 * writing JSON recurses.
 */
export const DEEPEST = 100;

/** Whether a JSON text is nested deeper than so many levels. Brackets in strings do not count. */
export function isDeeperThan(levels: number, text: string): boolean {
  if (levels === Infinity) return false;
  if (!hasMoreBrackets(levels, text)) return false;
  let depth = 0;
  let inString = false;
  // A loop, because it takes the same time for any text.
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (inString) {
      if (character === BACKSLASH) at += 1;
      else if (character === QUOTE) inString = false;
    } else if (character === QUOTE) inString = true;
    else if (character === BRACKET || character === BRACE) {
      depth += 1;
      if (depth > levels) return true;
    } else if (character === BRACKET_END || character === BRACE_END) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d] as const;

/** Whether a text has more opening brackets than so many. Most texts have few, and a search for them is fast. */
function hasMoreBrackets(most: number, text: string): boolean {
  let count = 0;
  for (const bracket of ['[', '{'])
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1))
      if ((count += 1) > most) return true;
  return false;
}

/** Longer texts are shown as they are. */
const LONGEST = 4000;

/** Where an expression may go on in a new line; those that bind least come first. */
const breaks: readonly (readonly string[])[] = [[' ? ', ' : '], [' or '], [' and '], [' + ', ' - ']];

/**
 * A canonical expression over several lines: one argument a line, and a new line before an operator. What fits into the
 * width stays in one line.
 */
export const expressionLines = (text: string, width: number): readonly string[] =>
  text.length > LONGEST ? [text] : linesOf(text, '', width);

function linesOf(text: string, indent: string, width: number): readonly string[] {
  if (indent.length + text.length <= width) return [indent + text];
  for (const operators of breaks) {
    const [first = '', ...others] = partsAt(text, operators);
    if (others.length === 0) continue;
    return [...linesOf(first, indent, width), ...others.flatMap((part) => linesOf(part, `${indent}  `, width))];
  }
  return argumentLines(text, indent, width);
}

/** The parts of a text between operators outside of parentheses and texts. Each part begins with its operator. */
function partsAt(text: string, operators: readonly string[]): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  scan(text, (at, depth) => {
    if (depth > 0 || !operators.some((operator) => text.startsWith(operator, at))) return;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
  });
  return [...parts, text.slice(from).trim()];
}

/** `Name(`, an argument a line, and `)` with what follows. */
function argumentLines(text: string, indent: string, width: number): readonly string[] {
  const commas: number[] = [];
  let open = -1;
  let close = -1;
  scan(text, (at, depth) => {
    const character = text[at];
    if (close >= 0) return;
    if (open < 0 && character === '(') open = at;
    else if (depth === 1 && character === ',') commas.push(at);
    else if (depth === 1 && character === ')') close = at;
  });
  if (open < 0 || close < open + 2) return [indent + text];
  const ends = [...commas, close];
  const inner = ends.flatMap((end, i) => {
    const lines = linesOf(text.slice((ends[i - 1] ?? open) + 1, end).trim(), `${indent}  `, width);
    return end === close ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`];
  });
  return [indent + text.slice(0, open + 1), ...inner, indent + text.slice(close)];
}

/** Visits each place outside of texts in quotes, with the number of parentheses that are open before it. */
function scan(text: string, visit: (at: number, depth: number) => void): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
      continue;
    }
    visit(at, depth);
    if (character === '"') quoted = true;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
  }
}

/** Breaks a text into lines of at most so many columns, between words. A word that is longer stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A line that is broken to the width of the terminal. What follows stands further in than its beginning. */
export function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const text = line.trimStart();
  const indent = ' '.repeat(line.length - text.length);
  const [first = '', ...others] = wrap(text, Math.max(NARROWEST, width - indent.length - FURTHER.length));
  return [indent + first, ...others.map((other) => indent + FURTHER + other)].join('\n');
}

const NARROWEST = 20;
const FURTHER = '    ';

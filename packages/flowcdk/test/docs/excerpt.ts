/** Stands in an excerpt for lines that are left out. */
const GAP = /^\s*(# )?…\s*$/;

/**
 * The parts of an excerpt that do not stand in a text, in the excerpt's order; none if it is one. How far it is indented
 * as a whole does not count.
 */
export function missingParts(text: string, excerpt: string): string[] {
  const lines = text.split('\n');
  let from = 0;
  return partsOf(excerpt).filter((part) => {
    const size = part.split('\n').length;
    for (let i = from; i + size <= lines.length; i++) {
      if (withoutIndent(lines.slice(i, i + size)) === part) {
        from = i + size;
        return false;
      }
    }
    return true;
  });
}

function partsOf(excerpt: string): string[] {
  const parts: string[][] = [[]];
  for (const line of excerpt.trimEnd().split('\n')) {
    if (GAP.test(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0).map(withoutIndent);
}

function withoutIndent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(Number.isFinite(least) ? least : 0)).join('\n');
}

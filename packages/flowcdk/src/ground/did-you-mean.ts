/** Longer words are not misspelt names, and comparing them costs. */
const LONGEST = 64;

/**
 * The name that was probably meant: the nearest one, if it is near enough to be the same word.
 *
 * @example
 * ```ts
 * didYouMean('recpetion', ['reception', 'repairs']); // 'reception'
 * ```
 */
export function didYouMean(written: string, known: Iterable<string>): string | undefined {
  if (written.length > LONGEST) return undefined;
  const word = written.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    if (name.length > LONGEST) continue;
    const distance = editDistance(word, name.toLowerCase());
    if (distance <= allowedDistance(name) && distance < (best?.distance ?? Infinity)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

/**
 * How many letters may differ: two, so that swapped neighbours count; a third of a long name; one in a name of three
 * letters.
 */
function allowedDistance(name: string): number {
  return name.length <= 3 ? 1 : Math.max(2, Math.floor(name.length / 3));
}

/** How many letters have to be added, removed or replaced (Levenshtein), row by row. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

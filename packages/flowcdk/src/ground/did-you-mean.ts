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
    const most = Math.min(allowedDistance(name), (best?.distance ?? Infinity) - 1);
    // Nothing is nearer than a name that differs in one letter, except the same letters in another case.
    if (Math.abs(word.length - name.length) > most || (most === 0 && word !== name.toLowerCase())) continue;
    const distance = editDistance(word, name.toLowerCase(), most);
    if (distance <= most) best = { name, distance };
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

/** Two rows of the table of distances. They are used again and again, because there may be very many comparisons. */
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/**
 * How many letters have to be added, removed or replaced (Levenshtein), row by row. Only distances up to `most` are
 * exact: the cells far from the diagonal do not count, and the rows end where all are larger.
 */
function editDistance(from: string, to: string, most: number): number {
  let [row, next] = rows;
  for (let j = 0; j <= to.length; j++) row[j] = j;
  for (let i = 1; i <= from.length; i++) {
    const [first, last] = [Math.max(1, i - most), Math.min(to.length, i + most)];
    next[first - 1] = first === 1 ? i : most + 1;
    if (last < to.length) next[last + 1] = most + 1;
    let least = next[first - 1] ?? 0;
    for (let j = first; j <= last; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const distance = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = distance;
      if (distance < least) least = distance;
    }
    if (least > most) return least;
    [row, next] = [next, row];
  }
  return row[to.length] ?? 0;
}

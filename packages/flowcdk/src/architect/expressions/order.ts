/** `<`, `<=`, `>`, `>=` and Compare. */

let collators: { readonly exact: Intl.Collator; readonly folded: Intl.Collator } | undefined;

/**
 * The order of texts is that of a dictionary, with a lower-case letter before the same letter in upper case (documented
 * for Compare, assumed for the operators). Texts that are equal in a dictionary are ordered by their characters.
 */
export function compareTexts(a: string, b: string, ignoreCase = false): number {
  if (a === b) return 0;
  collators ??= {
    exact: new Intl.Collator('en', { caseFirst: 'lower' }),
    folded: new Intl.Collator('en', { sensitivity: 'accent' }),
  };
  const order = (ignoreCase ? collators.folded : collators.exact).compare(a, b);
  if (order !== 0) return Math.sign(order);
  if (!ignoreCase) return a < b ? -1 : 1;
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y ? 0 : x < y ? -1 : 1;
}

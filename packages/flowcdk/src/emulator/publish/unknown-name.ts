import { didYouMean } from '../../ground/did-you-mean';

/** Says that the org has nothing of a name, and what it has instead. */
export function unknownName(
  known: readonly { readonly name: string }[],
  called: string,
  name: string,
  where = '',
): { readonly message: string; readonly help: string } {
  const names = [...new Set(known.map((thing) => thing.name))];
  const meant = didYouMean(name, names);
  const help = meant === undefined ? listed(names) : `Did you mean '${meant}'?`;
  return { message: `the organisation has no ${called} named '${name}'${where}`, help };
}

const LONGEST_LIST = 10;

/** `It has the inputs 'a', 'b' and 3 more.` */
export function listed(names: readonly string[], what = ''): string {
  const [only] = names;
  if (only === undefined) return 'It has none at all.';
  const shown = names.slice(0, LONGEST_LIST).map((name) => `'${name}'`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `It has ${what}${shown.join(', ')}${more}.`;
}

import { type Entry, type Part, pathOf } from './part';
import { keptNode } from './value';

/** A setting that Flowcdk does not know, under its name in the export. It is named in the account. */
export function keptSetting(part: Part, key: string): Entry {
  const path = pathOf(part.path, key);
  const node = keptNode(part, key);
  if (node !== undefined) part.account.kept.push({ path, what: 'setting', name: key, where: part.where });
  return [key, node];
}

/** Everything in a part that nobody took, under its names in the export. */
export const rest = (part: Part): readonly Entry[] => part.keys().map((key) => keptSetting(part, key));

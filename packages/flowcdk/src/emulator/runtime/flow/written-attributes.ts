import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { STRING } from './types';

/** What an action writes; an attribute whose value is NOT_SET is written as an empty text (assumed). */
export function writtenAttributes(
  run: Run,
  attributes: readonly { readonly name?: ValueNode; readonly value?: ValueNode }[] | undefined,
): Readonly<Record<string, string>> {
  const written: [string, string][] = [];
  for (const { name, value } of attributes ?? []) {
    const attribute = run.text(name, STRING);
    if (attribute !== undefined) written.push([attribute, run.text(value, STRING) ?? '']);
  }
  // An attribute may have any name, also one that JavaScript's objects give a meaning.
  return Object.fromEntries(written);
}

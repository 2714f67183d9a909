import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { STRING } from './types';

/** The attributes that an action writes. An attribute whose value is NOT_SET is written as an empty text (assumed). */
export function writtenAttributes(
  run: Run,
  attributes: readonly { readonly name?: ValueNode; readonly value?: ValueNode }[] | undefined,
): Readonly<Record<string, string>> {
  const written: [string, string][] = [];
  for (const { name, value } of attributes ?? []) {
    const attribute = run.text(name, STRING);
    if (attribute !== undefined) written.push([attribute, run.text(value, STRING) ?? '']);
  }
  // An attribute may have any name, also one with a meaning in JavaScript, such as `__proto__`.
  return Object.fromEntries(written);
}

import type { ValueNode } from '../../../architect/values';
import type { FlowRun } from './flow-run';
import { STRING } from './types';

/** What an action writes; an attribute whose value is NOT_SET is written as an empty text (assumed). */
export function writtenAttributes(
  run: FlowRun,
  attributes: readonly { readonly name?: ValueNode; readonly value?: ValueNode }[] | undefined,
): Readonly<Record<string, string>> {
  const written = (attributes ?? []).flatMap(({ name, value }) => {
    const attribute = run.text(name, STRING);
    return attribute === undefined ? [] : [[attribute, run.text(value, STRING) ?? ''] as const];
  });
  return Object.fromEntries(written);
}

import { typeNamed } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { ANY } from '../flow/types';

/**
 * Sets variables one after another. A later statement sees the values of earlier ones (documented). A collection is
 * never NOT_SET but empty (documented). Values are copied.
 */
export const updateData: RunAction<'updateData'> = ({ statements }, run) => {
  for (const { kind, content } of statements ?? []) {
    if (content?.variable === undefined) continue;
    const type = typeNamed(kind) ?? ANY;
    const value = run.value(content.value, type);
    run.set(content.variable, value === null && type.collection ? [] : value);
  }
  return undefined;
};

import { typeNamed } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { ANY } from '../flow/types';

/**
 * Gives variables values, one after another, so that a later statement sees what an earlier one set (documented).
 * A collection is never NOT_SET but empty (documented); what is set is a value of its own (by value).
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

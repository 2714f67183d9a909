import { typeNamed } from '../../../architect/expressions';
import { ANY } from '../flow/types';
import type { RunAction } from '.';

/** Gives variables values, one after another, so that a later statement sees what an earlier one set (documented). */
// eslint-disable-next-line require-yield -- takes no time
export const updateData: RunAction<'updateData'> = function* ({ statements }, run) {
  for (const { kind, content } of statements ?? []) {
    if (content?.variable === undefined) continue;
    run.set(content.variable, run.value(content.value, typeNamed(kind) ?? ANY));
  }
  return undefined;
};

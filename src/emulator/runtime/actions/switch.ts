import { areEqual, typeNamed } from '../../../architect/expressions';
import { ANY, BOOLEAN } from '../flow/types';
import type { RunAction } from '.';

/** The first case that is true, or equal to the value; the default where none is (documented). NOT_SET equals nothing. */
export const switchAction: RunAction<'switch'> = function* ({ evaluate }, run) {
  if (evaluate?.kind === 'firstTrue') {
    const { cases = [], default: otherwise } = evaluate.content;
    for (const [i, { value, actions }] of cases.entries()) {
      if (run.value(value, BOOLEAN) === true)
        return yield* run.way(`case ${i + 1}`, { ...(actions ? { actions } : {}) });
    }
    return yield* run.way('default', otherwise);
  }
  const [of] = evaluate?.content ?? [];
  const type = typeNamed(of?.kind ?? '') ?? ANY;
  const { value, cases = [], default: otherwise } = of?.content ?? {};
  const wanted = run.value(value, type);
  for (const [i, one] of wanted === null ? [] : cases.entries()) {
    const candidate = run.value(one.value, type);
    if (candidate === null || !areEqual(wanted, candidate)) continue;
    return yield* run.way(`case ${i + 1}`, { ...(one.actions ? { actions: one.actions } : {}) });
  }
  return yield* run.way('default', otherwise);
};

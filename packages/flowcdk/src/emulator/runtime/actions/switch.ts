import { areEqual, typeNamed, type Value } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { ANY, BOOLEAN } from '../flow/types';
import { way } from '../flow/jump';

/**
 * Takes the path of the first case that is true or that equals the value. If there is none, it takes the default path
 * (documented). NOT_SET equals nothing.
 */
export const switchAction: RunAction<'switch'> = ({ evaluate }, run) => {
  if (evaluate?.kind === 'firstTrue') {
    const { cases = [], default: otherwise } = evaluate.content;
    const met = cases.findIndex(({ value }) => run.value(value, BOOLEAN) === true);
    return met < 0 ? way('default', otherwise) : way(`case ${met + 1}`, cases[met]);
  }
  const [of] = evaluate?.content ?? [];
  const type = typeNamed(of?.kind ?? '') ?? ANY;
  const { value, cases = [], default: otherwise } = of?.content ?? {};
  const subject = run.value(value, type);
  const met =
    subject === null ? -1 : cases.findIndex((candidate) => isEqualTo(subject, run.value(candidate.value, type)));
  return met < 0 ? way('default', otherwise) : way(`case ${met + 1}`, cases[met]);
};

const isEqualTo = (subject: Exclude<Value, null>, candidate: Value): boolean =>
  candidate !== null && areEqual(subject, candidate);

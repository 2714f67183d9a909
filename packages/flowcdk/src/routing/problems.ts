import { inMilliseconds } from '../architect/types';
import type { SourceLine } from '../ground/source-line';
import { afterCallWorkTimeout, notANumber, routingNameEmpty } from '../ground/errors';
import type { Finding } from '../ground/finding';
import type { CallRouteDefinition, QueueDefinition } from './definitions';

type At = SourceLine | undefined;

/** The name is all that can be wrong with most of them. */
export const nameProblems = (kind: string, name: string, at: At): Finding[] =>
  name.trim() === '' ? [routingNameEmpty(kind, at)] : [];

const LONGEST_AFTER_CALL_WORK = 60 * 60 * 1000;

export function queueProblems(name: string, limit: QueueDefinition['afterCallWorkTimeout'], at: At): Finding[] {
  const given = limit === undefined ? undefined : inMilliseconds(limit);
  const wrong = given !== undefined && !(given >= 1000 && given <= LONGEST_AFTER_CALL_WORK);
  return [
    ...nameProblems('queue', name, at),
    ...(wrong ? [afterCallWorkTimeout(`queue ${name}`, given / 1000, at)] : []),
  ];
}

export const callRouteProblems = (
  { name, numbers }: Pick<CallRouteDefinition, 'name' | 'numbers'>,
  at: At,
): Finding[] => [
  ...nameProblems('call route', name, at),
  ...numbers.filter((number) => !isE164(number)).map((number) => notANumber(`call route ${name}`, number, at)),
];

const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

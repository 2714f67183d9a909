import type { SourceLine } from '../ground/source-line';
import { notANumber, routingNameEmpty } from '../ground/errors';
import type { Finding } from '../ground/finding';
import type { CallRouteDefinition } from './call-route';

type At = SourceLine | undefined;

/** The name is all that can be wrong with most of them. */
export const nameProblems = (kind: string, name: string, at: At): Finding[] =>
  name.trim() === '' ? [routingNameEmpty(kind, at)] : [];

export const callRouteProblems = (
  { name, numbers }: Pick<CallRouteDefinition, 'name' | 'numbers'>,
  at: At,
): Finding[] => [
  ...nameProblems('call route', name, at),
  ...numbers.filter((number) => !isE164(number)).map((number) => notANumber(`call route ${name}`, number, at)),
];

/** A telephone number as `+`, country code and number. */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

import type { SourceLine } from '../ground/source-line';
import { routingNameEmpty } from '../ground/errors';
import type { Finding } from '../ground/finding';

type At = SourceLine | undefined;

/** The name is all that can be wrong with most of them. */
export const nameProblems = (kind: string, name: string, at: At): Finding[] =>
  name.trim() === '' ? [routingNameEmpty(kind, at)] : [];

/** A telephone number as `+`, country code and number. */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

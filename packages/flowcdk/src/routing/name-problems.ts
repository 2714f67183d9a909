import type { SourceLine } from '../ground/source-line';
import { routingNameEmpty } from './errors';
import type { Finding } from '../ground/finding';

/** What can be wrong with a name; most definitions of routing have nothing else that can be wrong. */
export const nameProblems = (kind: string, name: string, at: SourceLine | undefined): Finding[] =>
  name.trim() === '' ? [routingNameEmpty(kind, at)] : [];

import type { DurationLiteral } from 'flowcdk';
import { type Lookup, lookUp, waitingLine, type WaitingLine } from './waiting-line';

export interface AllAtOnce {
  /** Asks all three databases at once and answers the first that knows the caller. */
  readonly lookup: Lookup;
  /** How long the call waits. */
  readonly timeout: DurationLiteral;
}

type Line = Omit<WaitingLine, 'identify' | 'description'>;

/**
 * Option 2: the call asks a function of the platform (a Genesys Cloud Function), which asks all three at once. The
 * caller waits for the slowest, and for a function that has to be started first; after 15 seconds the platform stops it
 * (documented).
 */
export const inAFunction = (line: Line, { lookup, timeout }: AllAtOnce) =>
  waitingLine({
    ...line,
    description: 'Option 2: a function asks all databases at once while the caller waits',
    identify: (call) => lookUp(call, 'the function', lookup, timeout, call.e164),
  });

/** Option 3: the call asks a service of the company, which asks all three at once: another thing to run and to guard. */
export const byAService = (line: Line, { lookup, timeout }: AllAtOnce) =>
  waitingLine({
    ...line,
    description: 'Option 3: a service of our own asks all databases at once while the caller waits',
    identify: (call) => lookUp(call, 'the service', lookup, timeout, call.e164),
  });

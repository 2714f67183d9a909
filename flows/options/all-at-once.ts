import type { DurationLiteral } from 'flowcdk';
import type { CustomerLookup } from '../../data-actions/customer';
import { lookUp, waitingLine, type WaitingLine } from './waiting-line';

export interface AllAtOnce extends Omit<WaitingLine, 'identify' | 'description'> {
  /** Asks all three databases at once and answers the first that knows the caller. */
  readonly lookup: CustomerLookup;
  /** How long the call waits. */
  readonly timeout: DurationLiteral;
}

/**
 * Option 2: the call asks a function of the platform (a Genesys Cloud Function), which asks all three at once. The
 * caller waits for the slowest, and for a function that has to be started first; after 15 seconds the platform stops it
 * (documented).
 */
export const inAFunction = ({ lookup, timeout, ...line }: AllAtOnce) =>
  waitingLine({
    ...line,
    description: 'Option 2: a function asks all databases at once while the caller waits',
    identify: (call) => lookUp(call, { name: 'the function', dataAction: lookup, timeout, phoneNumber: call.e164 }),
  });

/** Option 3: the call asks a service of the company, which asks all three at once: another thing to run and to guard. */
export const byAService = ({ lookup, timeout, ...line }: AllAtOnce) =>
  waitingLine({
    ...line,
    description: 'Option 3: a service of our own asks all databases at once while the caller waits',
    identify: (call) => lookUp(call, { name: 'the service', dataAction: lookup, timeout, phoneNumber: call.e164 }),
  });

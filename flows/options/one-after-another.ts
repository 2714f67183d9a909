import { type Actions, decision } from 'flowcdk';
import type { Lookup } from '../identify-caller';
import { isKnown } from '../support-line';
import { type Call, lookUp, waitingLine, type WaitingLine } from './waiting-line';

export interface SequentialLookups extends Omit<WaitingLine, 'identify' | 'description'> {
  /** The databases, in the order in which they are asked. */
  readonly lookups: readonly Lookup[];
}

/**
 * Option 1: the call asks the databases itself, one after another. The simplest to build; the caller waits for the sum
 * of them, and a database that does not answer is waited for to its end.
 */
export const oneAfterAnother = ({ lookups, ...line }: SequentialLookups) =>
  waitingLine({
    ...line,
    description: 'Option 1: asks one database after another while the caller waits',
    identify: (call) => lookups.reduceRight<Actions>((rest, lookup) => ask(call, lookup, rest), []),
  });

const ask = (call: Call, { name, dataAction, timeout, numberFormat }: Lookup, rest: Actions): Actions => [
  lookUp(call, { name, dataAction, timeout, phoneNumber: numberFormat(call.e164) }),
  rest.length > 0 ? [decision(`Known after asking ${name}?`, isKnown(call), { no: rest })] : [],
];

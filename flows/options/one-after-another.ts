import { type Actions, decision, type DurationLiteral, type Readable, type Value } from 'flowcdk';
import { isKnown } from '../support-line';
import { type Call, type Lookup, lookUp, waitingLine, type WaitingLine } from './waiting-line';

export interface AskedDatabase {
  readonly name: string;
  readonly dataAction: Lookup;
  /** How long the call waits for it. */
  readonly timeout: DurationLiteral;
  /** How the database writes numbers, made from E.164. */
  readonly numberFormat: (e164: Readable<string>) => Value<string>;
}

/**
 * Option 1: the call asks the databases itself, one after another. The simplest to build; the caller waits for the sum
 * of them, and a database that does not answer is waited for to its end.
 */
export const oneAfterAnother = (
  line: Omit<WaitingLine, 'identify' | 'description'>,
  databases: readonly AskedDatabase[],
) =>
  waitingLine({
    ...line,
    description: 'Option 1: asks one database after another while the caller waits',
    identify: (call) => databases.reduceRight<Actions>((rest, database) => ask(call, database, rest), []),
  });

const ask = (call: Call, { name, dataAction, timeout, numberFormat }: AskedDatabase, rest: Actions): Actions => [
  ...lookUp(call, name, dataAction, timeout, numberFormat(call.e164)),
  ...(rest.length > 0 ? [decision(`Not known in ${name}?`, isKnown(call), { no: rest })] : []),
];

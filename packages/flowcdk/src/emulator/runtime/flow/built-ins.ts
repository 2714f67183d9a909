import {
  builtInVariable,
  DateTimeValue,
  JsonValue,
  readJson,
  type Value,
  variableLookup,
} from '../../../architect/expressions';
import type { Leg, Run } from '../action-context';

type Read = (run: Run) => Value;

/** What only flows on a call have; NOT_SET for others. */
const ofCall =
  (read: (leg: Leg) => Value): Read =>
  ({ leg }) =>
    leg ? read(leg) : null;

/** What only flows on a call that waits in a queue have. */
const inQueue = (name: string): readonly [string, Read] => [name, ofCall((leg) => leg.inQueue.get(name)?.() ?? null)];

const values = variableLookup<Read>([
  ['Flow.Version', ({ program }) => program.version],
  ['Flow.IsTest', () => false],
  ['Flow.InstanceId', ({ id }) => id],
  ['Flow.JobId', ({ id }) => id],
  ['Flow.ConversationId', ({ conversationId }) => conversationId ?? null],
  ['Flow.StartDateTimeUtc', ({ startedAt }) => new DateTimeValue(Math.floor(startedAt / 1000) * 1000)],
  [
    'Flow.InvocationData',
    ({ invocationData }) =>
      invocationData === undefined ? null : new JsonValue(readJson(JSON.stringify(invocationData))),
  ],
  ['Flow.$lastInput', ofCall(({ lastInput }) => lastInput)],
  ['Call.Ani', ofCall(({ conversation }) => conversation.from)],
  ['Call.CalledAddress', ofCall(({ conversation }) => conversation.to)],
  ['Call.CalledAddressOriginal', ofCall(({ conversation }) => conversation.to)],
  ['Call.ConversationId', ofCall(({ conversation }) => conversation.id)],
  // A caller without a name is called by the number (assumed).
  ['Call.RemoteName', ofCall(({ conversation, customer }) => customer.name ?? conversation.from)],
  ['Call.Language', ofCall(({ language }) => language)],
  ['Call.UUIData', ofCall(({ conversation }) => conversation.uuiData ?? null)],
  ['Call.ExternalTag', ofCall(({ conversation }) => conversation.externalTag ?? null)],
  ['Interaction.Id', ofCall(({ conversation }) => conversation.id)],
  ['Interaction.Language', ofCall(({ language }) => language)],
  inQueue('Call.CurrentQueue'),
  inQueue('Call.EstimatedWaitTime'),
  inQueue('Call.PositionInQueue'),
  inQueue('Flow.HoldPrompt'),
]);

/**
 * The value of a variable that the platform gives; undefined where it gives none of that name. What it gives to flows of
 * some kind and nobody gave to this run (a campaign's contact) is NOT_SET.
 */
export function builtInValue(run: Run, name: string): Value | undefined {
  const read = values(name);
  return read ? read(run) : builtInVariable(name) && null;
}

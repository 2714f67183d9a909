import {
  builtInVariable,
  DateTimeValue,
  JsonValue,
  readJson,
  type Value,
  variableLookup,
} from '../../../architect/expressions';
import type { Leg, Run } from '../action-context';
import { messageValue } from './message-value';
import { CONTACT_LIST, WRAPUP_CODE } from './types';
import { campaignValue, contactIdValue, contactValue } from './contact';

type Read = (run: Run) => Value;

/** A variable that only flows on a call have; NOT_SET in other flows. */
const ofCall =
  (read: (leg: Leg) => Value): Read =>
  ({ leg }) =>
    leg ? read(leg) : null;

/** A variable that only flows on a call in a queue have; NOT_SET in other flows. */
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
  // The name of a caller without a name is the number (assumed).
  ['Call.RemoteName', ofCall(({ conversation, customer }) => customer.name ?? conversation.from)],
  ['Call.Language', ofCall(({ language }) => language)],
  ['Call.UUIData', ofCall(({ conversation }) => conversation.uuiData ?? null)],
  ['Call.ExternalTag', ofCall(({ conversation }) => conversation.externalTag ?? null)],
  ['Call.Contact', ofCall(({ conversation }) => contactValue(conversation))],
  ['Call.ContactId', ofCall(({ conversation }) => contactIdValue(conversation))],
  ['Call.Campaign', ofCall(({ conversation }) => campaignValue(conversation))],
  // The list that the flow names in its settings.
  [
    'Call.ContactList',
    (run) =>
      run.leg?.conversation.contact
        ? run.value(run.program.tree.settingsOutboundCall?.contactList, CONTACT_LIST)
        : null,
  ],
  // The code that the flow names in its settings, until the campaign or an agent sets another one (assumed).
  ['Flow.WrapupCode', (run) => run.value(run.program.tree.settingsOutboundCall?.wrapupCode, WRAPUP_CODE)],
  ['Interaction.Id', ofCall(({ conversation }) => conversation.id)],
  ['Interaction.Language', ofCall(({ language }) => language)],
  ['Message.Message', ofCall(messageValue)],
  ['Message.ConversationId', ofCall(({ conversation }) => conversation.id)],
  ['Message.IsNewConversation', ofCall(({ message }) => message?.beginsConversation ?? null)],
  // Nobody signs in to write an SMS.
  ['Message.IsAuthenticated', ofCall(({ message }) => (message ? false : null))],
  ['Message.Language', ofCall(({ message, language }) => (message ? language : null))],
  inQueue('Call.CurrentQueue'),
  inQueue('Call.EstimatedWaitTime'),
  inQueue('Call.PositionInQueue'),
  inQueue('Flow.HoldPrompt'),
]);

/**
 * The value of a built-in variable; undefined if the platform has no variable of that name. It is NOT_SET if this run
 * has no value for it (the contact of a call that no contact list knows).
 */
export function builtInValue(run: Run, name: string): Value | undefined {
  const read = values(name);
  return read ? read(run) : builtInVariable(name) && null;
}

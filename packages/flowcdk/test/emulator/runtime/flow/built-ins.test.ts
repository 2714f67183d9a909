import { DateTimeValue, ReferenceValue } from '../../../../src/architect/expressions';
import { builtInValue } from '../../../../src/emulator/runtime/flow/built-ins';
import { fakeRun, type FakeRunParts } from '../private/fake-run';

const read = (name: string, parts: FakeRunParts = {}): unknown => builtInValue(fakeRun(parts).run, name);

const contactList = new ReferenceValue('contactList', 'l1', 'Customers');
const ofCustomers = { tree: { settingsOutboundCall: { contactList: { kind: 'expression', text: 'Customers' } } } };
const onCall = (contact: object | undefined): FakeRunParts =>
  ({ program: ofCustomers, values: { Customers: contactList }, leg: { conversation: { contact } } }) as FakeRunParts;

const message = { language: 'fr-fr', message: { beginsConversation: true } } as NonNullable<FakeRunParts['leg']>;
const call = { language: 'fr-fr', message: undefined } as unknown as NonNullable<FakeRunParts['leg']>;

test.each<[what: string, name: string, parts: FakeRunParts, value: unknown]>([
  ['the second a flow began in', 'Flow.StartDateTimeUtc', { startedAt: 1_999 }, new DateTimeValue(1_000)],
  ['the contact list of a call with a contact', 'Call.ContactList', onCall({ columns: {} }), contactList],
  ['no contact list without a contact', 'Call.ContactList', onCall(undefined), null],
  ['no contact list in a workflow', 'Call.ContactList', {}, null],
  ['nobody signs in to write an SMS', 'Message.IsAuthenticated', { leg: message }, false],
  ['the language of a message', 'Message.Language', { leg: message }, 'fr-fr'],
  ['whether a message begins a conversation', 'Message.IsNewConversation', { leg: message }, true],
  ['a call is no message: nobody signs in', 'Message.IsAuthenticated', { leg: call }, null],
  ['a call is no message: no language', 'Message.Language', { leg: call }, null],
  ['a call is no message: no beginning', 'Message.IsNewConversation', { leg: call }, null],
  ['what only calls have, in a workflow', 'Call.Ani', {}, null],
  ['upper and lower case do not matter', 'flow.INSTANCEID', { id: 'run 1' }, 'run 1'],
  ['a variable of the platform that no run here has a value for', 'Email.Message', {}, null],
  ['a name that the platform does not have', 'Call.Nonsense', {}, undefined],
])('%s: %s', (_, name, parts, value) => {
  expect(read(name, parts)).toEqual(value);
});

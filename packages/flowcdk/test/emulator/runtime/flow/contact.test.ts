import { ObjectValue, ReferenceValue } from '../../../../src/architect/expressions';
import type { ConversationRecord } from '../../../../src/emulator/runtime/action-context';
import { campaignValue, contactIdValue, contactValue } from '../../../../src/emulator/runtime/flow/contact';

const conversationWith = (contact?: object): ConversationRecord => ({ contact }) as unknown as ConversationRecord;

test('a call that no contact list knows has no contact, no id and no campaign', () => {
  const conversation = conversationWith();
  expect([contactValue, contactIdValue, campaignValue].map((value) => value(conversation))).toEqual([null, null, null]);
});

test('a contact has the values of its row, in columns without upper case', () => {
  const conversation = conversationWith({ id: 'row 7', columns: { FirstName: 'Ada', PHONE: '+33142685300' } });
  expect(contactValue(conversation)).toEqual(new ObjectValue('contact', { firstname: 'Ada', phone: '+33142685300' }));
  expect(contactIdValue(conversation)).toBe('row 7');
});

test('a contact without a campaign has none; with one, its id is its name', () => {
  expect(campaignValue(conversationWith({ columns: {} }))).toBeNull();
  expect(campaignValue(conversationWith({ columns: {}, campaign: 'Autumn' }))).toEqual(
    new ReferenceValue('campaign', 'Autumn', 'Autumn'),
  );
});

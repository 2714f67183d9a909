import { afterwards, card, decrypt, encrypt } from '../private/encryption';

const hidden = (orgId?: string): string => String(afterwards(encrypt, { data: card }, orgId).text);

test('what Encrypt Data hid is there again', () => {
  expect(afterwards(decrypt, { text: hidden() })).toMatchObject({ data: card, type: null });
});

test.each([
  ['NOT_SET', undefined, 'NoDataSupplied'],
  ['an empty text', ' ', 'NoDataSupplied'],
  ['a text that nobody encrypted', 'hello', 'GeneralError'],
  ['a text of another form', Buffer.alloc(60, 1).toString('base64'), 'GeneralError'],
  ['a text that another org encrypted', hidden('another'), 'GeneralError'],
])('%s fails, in the words of the platform', (_, text, type) => {
  expect(afterwards(decrypt, text === undefined ? {} : { text })).toMatchObject({ type, data: null });
});

import { afterwards, card, encrypt } from '../private/encryption';

test('what is encrypted is a text in which nobody sees the data', () => {
  const text = String(afterwards(encrypt, { data: card }).text);

  expect(text).toMatch(/^[\w+/]+=*$/);
  expect(Buffer.from(text, 'base64').toString('latin1')).not.toContain('4111');
});

test('two runs of one org give the same text', () => {
  expect(afterwards(encrypt, { data: card }).text).toBe(afterwards(encrypt, { data: card }).text);
});

test.each([
  ['NOT_SET', {}, 'NoDataSupplied'],
  ['more than 32,000 characters', { data: { long: 'x'.repeat(23_962) } }, 'MaximumDataSizeExceeded'],
])('%s fails, in the words of the platform', (_, before, type) => {
  expect(afterwards(encrypt, before)).toMatchObject({ type, text: null });
});

test('32,000 characters are not too many', () => {
  expect(afterwards(encrypt, { data: { long: 'x'.repeat(23_961) } }).text).toHaveLength(32_000);
});

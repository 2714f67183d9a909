import { fileNameOf, identifierOf, Names } from '../../src/import/names';

test.each([
  ['Find customer (Alpha)', 'findCustomerAlpha', 'find-customer-alpha'],
  ['identify-caller', 'identifyCaller', 'identify-caller'],
  ['IVRMenu Main', 'ivrMenuMain', 'ivr-menu-main'],
  ['Grüße & Straße', 'grusseStrasse', 'grusse-strasse'],
  ["Who's next?", 'whosNext', 'whos-next'],
  ['2nd line', 'task2ndLine', '2nd-line'],
  ['🙂', 'task', 'task'],
  ['', 'task', 'task'],
  ['../../etc', 'etc', 'etc'],
])('%j', (name, identifier, file) => {
  expect([identifierOf(name, 'task'), fileNameOf(name, 'task')]).toEqual([identifier, file]);
});

test('a long name is cut between words', () => {
  const name = 'Asks the caller for the number of the order and repeats it until it is one that the shop knows';

  expect(fileNameOf(name, 'task')).toBe('asks-the-caller-for-the-number-of-the-order-and');
});

test('a name that is taken or reserved gets its kind, and then a number', () => {
  const names = new Names(['disconnect']);

  expect(['disconnect', 'disconnect', 'disconnect', 'class', 'free'].map((name) => names.take(name, 'task'))).toEqual([
    'disconnectTask',
    'disconnect2',
    'disconnect3',
    'classTask',
    'free',
  ]);
});

import { TextCursor } from '../src/text-cursor';

test('a cursor reads what matches where it is, and stays where nothing does', () => {
  const cursor = new TextCursor('ab12');

  expect(cursor.take(/\d+/y)).toBeUndefined();
  expect([cursor.skip('ab'), cursor.at]).toEqual([true, 2]);
  expect(cursor.skip('ab')).toBe(false);
  expect([cursor.looksAt(/\d/y), cursor.character, cursor.at]).toEqual([true, '1', 2]);
  expect([cursor.take(/\d+/y), cursor.at, cursor.atEnd]).toEqual(['12', 4, true]);
  expect([cursor.take(/[^]/y), cursor.character]).toEqual([undefined, '']);
});

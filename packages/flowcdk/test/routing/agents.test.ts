import { existing, group, languageSkill, skill } from '../../src';
import { wrong } from './private/wrong';

test('what is right has no problems', () => {
  const nightShift = group({
    name: 'Night shift',
    members: ['a@example.com'],
    owners: [existing('user', 'Owner')],
    addresses: [
      { type: 'GROUPRING', number: '+442079460101' },
      { type: 'GROUPPHONE', extension: '4711' },
    ],
  });

  expect([skill({ name: 'Boilers' }), languageSkill({ name: 'French' }), nightShift].flatMap(wrong)).toEqual([]);
});

test('a group knows its members and owners', () => {
  const owner = existing('user', 'o@example.com');
  const nightShift = group({ name: 'Night shift', members: ['a@example.com', owner], owners: [owner] });

  expect(nightShift.uses).toMatchObject([{ definition: 'user', name: 'a@example.com', existing: true }, owner]);
  expect(nightShift.uses).toHaveLength(2);
});

test('everything that is wrong with a group is told at once', () => {
  const nightShift = group({
    name: '',
    members: ['somebody', 'a@example.com', 'A@example.com'],
    addresses: [
      { type: 'GROUPRING', number: '0207' },
      { type: 'GROUPPHONE', extension: 'one' },
    ],
  });

  expect(wrong(nightShift)).toEqual([
    'a group has no name\n    Give it the name the organisation should show.',
    'group : the member a@example.com is given twice\n    Leave one of the two.',
    'group : "0207" is no telephone number in E.164\n    Write "+", country code and number, digits only: "+442079460101".',
    'group : an extension is "one"\n    Give up to 10 digits.',
    'group : "somebody" is no e-mail address\n    A user is named by their e-mail address: "agent@example.com".',
  ]);
});

test.each([
  ['skill', skill({ name: ' ' })],
  ['language skill', languageSkill({ name: '' })],
])('a %s needs a name', (kind, definition) => {
  expect(wrong(definition)).toEqual([`a ${kind} has no name\n    Give it the name the organisation should show.`]);
});

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  // @ts-expect-error a queue is no user
  group({ name: 'Night shift', owners: [existing('queue', 'Orders')] });
  // @ts-expect-error a group is called by a number or by an extension
  group({ name: 'Night shift', addresses: [{ type: 'GROUPRING', number: '+442079460101', extension: '4711' }] });
  // @ts-expect-error a skill has no description
  skill({ name: 'Boilers', description: 'Repairs them' });
});

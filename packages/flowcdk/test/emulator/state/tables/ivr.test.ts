import { type Ivr, ivr } from '../../../../src/emulator/state/tables/ivr';
import { testTable } from '../private/table-test';

testTable(ivr, { name: 'Support line' }, [
  [
    { dnis: ['+442079460101'] },
    { dnis: [442079460101] },
    'dnis[0] is 442079460101; expected a text of at most 20 characters',
  ],
  [
    { openHoursFlow: { id: 'f' } },
    { openHoursFlow: {} },
    'openHoursFlow.id is missing; expected a text of at most 256 characters',
  ],
  [{ scheduleGroup: null }, { scheduleGroup: 'Hours' }, 'scheduleGroup is "Hours"; expected an object'],
]);

test('a call route has the types of its table', () => {
  const line: Ivr = { id: 'i', name: 'Support line', division: { id: 'home' }, version: 1, state: 'active' };
  const numbers: readonly string[] | undefined = line.dnis;
  // @ts-expect-error There is no such field.
  const number = line.did;

  expect([numbers, number]).toEqual([undefined, undefined]);
});

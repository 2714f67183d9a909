import { rating, type User, user, utilization } from '../../../../src/emulator/state/tables/user';
import { testTable } from '../private/table-test';

testTable(user, { name: 'Ada', email: 'ada@example.com' }, [
  [{ email: 'a@b' }, { email: 'ab' }, 'email is "ab"; expected a text of 3 to 256 characters'],
  [{ state: 'inactive' }, { state: 'asleep' }, 'state is "asleep"; expected one of active, inactive, deleted'],
  [
    { addresses: [{ mediaType: 'SMS', address: '+442079460101' }] },
    { addresses: [{ mediaType: 'FAX' }] },
    'addresses[0].mediaType is "FAX"; expected one of PHONE, EMAIL, SMS',
  ],
  [{ version: '3' }, { version: '3rd' }, 'version is "3rd"; expected a whole number'],
  [
    { profileSkills: ['Billing'] },
    { profileSkills: [5] },
    'profileSkills[0] is 5; expected a text of at most 10000 characters',
  ],
]);

describe('how much a user handles at a time', () => {
  testTable(utilization, {}, [
    [
      { utilization: { call: { maximumCapacity: 25 } } },
      { utilization: { call: { maximumCapacity: 26 } } },
      'utilization.call.maximumCapacity is 26; expected a whole number from 0 to 25',
    ],
    [
      { utilization: { email: { interruptableMediaTypes: ['call'] } } },
      { utilization: { email: { interruptableMediaTypes: ['fax'] } } },
      'utilization.email.interruptableMediaTypes[0] is "fax"; expected one of call, callback, chat, email, message',
    ],
  ]);
});

describe('a skill or language of a user', () => {
  testTable(rating, { id: 'french', proficiency: 3 }, [
    [{ proficiency: '4.5' }, { proficiency: 6 }, 'proficiency is 6; expected a number from 0 to 5'],
    [{ state: 'inactive' }, { state: 'rusty' }, 'state is "rusty"; expected one of active, inactive'],
  ]);
});

test('a user has the types of the table; what only a body has is not kept', () => {
  const ada: User = {
    id: 'u',
    name: 'Ada',
    email: 'ada@example.com',
    state: 'active',
    division: { id: 'home' },
    version: 1,
  };
  const proficiency: number | undefined = ada.skills?.[0]?.proficiency;
  // @ts-expect-error The division of a user is an object.
  const divisionId = ada.divisionId;
  // @ts-expect-error Passwords are not kept.
  const password = ada.password;

  expect([proficiency, divisionId, password]).toEqual([undefined, undefined, undefined]);
});

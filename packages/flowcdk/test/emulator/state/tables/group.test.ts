import { group } from '../../../../src/emulator/state/tables/group';
import { testTable } from '../private/table-test';

testTable(group, { name: 'Experts' }, [
  [{ type: 'social' }, { type: 'secret' }, 'type is "secret"; expected one of official, social'],
  [
    { visibility: 'members' },
    { visibility: 'nobody' },
    'visibility is "nobody"; expected one of public, owners, members',
  ],
  [
    { addresses: [{ type: 'GROUPRING' }] },
    { addresses: [{ type: 'HOME' }] },
    'addresses[0].type is "HOME"; expected one of GROUPRING, GROUPPHONE',
  ],
  [{ rolesEnabled: 'true' }, { rolesEnabled: 1 }, 'rolesEnabled is 1; expected true or false'],
]);

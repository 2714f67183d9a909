import { credential } from '../../../../src/emulator/state/tables/credential';
import { testTable } from '../private/table-test';

testTable(credential, { type: { name: 'basicAuth' } }, [
  [
    { credentialFields: { password: 'x' } },
    { credentialFields: { password: 5 } },
    'credentialFields.password is not a text of at most 10000 characters; its value is not repeated here',
  ],
]);

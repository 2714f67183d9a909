import { integration } from '../../../../src/emulator/state/tables/integration';
import { testTable } from '../private/table-test';

testTable(integration, { integrationType: { id: 'custom-rest-actions' } }, [
  [
    { intendedState: 'ENABLED' },
    { intendedState: 'ON' },
    'intendedState is "ON"; expected one of ENABLED, DISABLED, DELETED, RESTORED',
  ],
  [{ name: 'Customers' }, { name: 5 }, 'name is 5; expected a text of at most 256 characters'],
]);

import { datatable } from '../../../../src/emulator/state/tables/datatable';
import { testTable } from '../private/table-test';

testTable(datatable, { name: 'Shops', schema: {} }, [
  [{ schema: { type: 'object' } }, { schema: 'wide' }, 'schema is "wide"; expected an object'],
]);

import { flowObject } from '../../../../src/emulator/state/tables/flow-object';
import { testTable } from '../private/table-test';

testTable(flowObject, { name: 'Identified' }, [
  [{ name: 'Other' }, { name: ' ' }, 'name is " "; expected a text of 1 to 256 characters'],
]);

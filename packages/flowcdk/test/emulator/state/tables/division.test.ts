import { division } from '../../../../src/emulator/state/tables/division';
import { testTable } from '../private/table-test';

testTable(division, { name: 'Home' }, [
  [{ name: 'Other' }, { name: ' ' }, 'name is " "; expected a text of 1 to 256 characters'],
]);

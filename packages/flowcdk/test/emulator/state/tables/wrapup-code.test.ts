import { wrapupCode } from '../../../../src/emulator/state/tables/wrapup-code';
import { testTable } from '../private/table-test';

testTable(wrapupCode, { name: 'Solved' }, [
  [{ name: 'Other' }, { name: ' ' }, 'name is " "; expected a text of 1 to 256 characters'],
]);

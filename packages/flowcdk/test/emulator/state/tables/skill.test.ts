import { skill } from '../../../../src/emulator/state/tables/skill';
import { testTable } from '../private/table-test';

testTable(skill, { name: 'French' }, [
  [{ name: 'Other' }, { name: ' ' }, 'name is " "; expected a text of 1 to 256 characters'],
]);

import { prompt } from '../../../../src/emulator/state/tables/prompt';
import { testTable } from '../private/table-test';

testTable(prompt, { name: 'welcome' }, [
  [{ description: 'Says hello' }, { description: 5 }, 'description is 5; expected a text of at most 10000 characters'],
]);

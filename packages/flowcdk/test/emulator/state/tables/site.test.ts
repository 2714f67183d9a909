import { site } from '../../../../src/emulator/state/tables/site';
import { testTable } from '../private/table-test';

testTable(site, { name: 'Paris', location: { id: 'l' } }, [
  [{ mediaModel: 'Cloud' }, { mediaModel: 'Tape' }, 'mediaModel is "Tape"; expected one of Premises, Cloud'],
]);

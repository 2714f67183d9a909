import { location } from '../../../../src/emulator/state/tables/location';
import { testTable } from '../private/table-test';

testTable(location, { name: 'Headquarters' }, [
  [{ state: 'inactive' }, { state: 'closed' }, 'state is "closed"; expected one of active, inactive'],
  [
    { emergencyNumber: { type: 'elin' } },
    { emergencyNumber: { type: 'fire' } },
    'emergencyNumber.type is "fire"; expected one of default, elin',
  ],
]);

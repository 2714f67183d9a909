import { emergencyGroup } from '../../../../src/emulator/state/tables/emergency-group';
import { testTable } from '../private/table-test';

testTable(emergencyGroup, { name: 'Fire' }, [
  [{ enabled: 'true' }, { enabled: 'burning' }, 'enabled is "burning"; expected true or false'],
  [
    { emergencyCallFlows: [{ emergencyFlow: { id: 'f' } }] },
    { emergencyCallFlows: [{}] },
    'emergencyCallFlows[0].emergencyFlow is missing; expected an object',
  ],
]);

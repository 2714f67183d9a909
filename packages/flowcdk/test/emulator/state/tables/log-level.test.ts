import { logLevel } from '../../../../src/emulator/state/tables/log-level';
import { testTable } from '../private/table-test';

testTable(logLevel, { logLevelCharacteristics: { level: 'Base' } }, [
  [
    { logLevelCharacteristics: { level: 'All' } },
    { logLevelCharacteristics: { level: 'Loud' } },
    'logLevelCharacteristics.level is "Loud"; expected one of Unknown, Disabled, Base, Notes, VerboseNotes, All',
  ],
]);

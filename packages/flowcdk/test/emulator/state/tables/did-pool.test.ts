import { didPool } from '../../../../src/emulator/state/tables/did-pool';
import { testTable } from '../private/table-test';

testTable(didPool, { startPhoneNumber: '+442079460000', endPhoneNumber: '+442079460999' }, [
  [
    { provider: 'PURE_CLOUD_VOICE' },
    { provider: 'OTHER' },
    'provider is "OTHER"; expected one of PURE_CLOUD, PURE_CLOUD_VOICE',
  ],
  [{ provider: '' }, { provider: 5 }, 'provider is 5; expected one of PURE_CLOUD, PURE_CLOUD_VOICE'],
]);

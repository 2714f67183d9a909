import { smsAddress } from '../../../../src/emulator/state/tables/sms-address';
import { testTable } from '../private/table-test';

testTable(
  smsAddress,
  { street: 'High Street 1', city: 'London', region: 'London', postalCode: 'N1', countryCode: 'GB' },
  [
    [
      { autoCorrectAddress: 'true' },
      { countryCode: 'GBR' },
      'countryCode is "GBR"; expected a text of 2 to 2 characters',
    ],
  ],
);

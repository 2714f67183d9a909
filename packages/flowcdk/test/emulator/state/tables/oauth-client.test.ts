import { oauthClient } from '../../../../src/emulator/state/tables/oauth-client';
import { testTable } from '../private/table-test';

testTable(oauthClient, { name: 'Terraform', authorizedGrantType: 'CLIENT-CREDENTIALS' }, [
  [
    { accessTokenValiditySeconds: '300' },
    { accessTokenValiditySeconds: 299 },
    'accessTokenValiditySeconds is 299; expected a whole number from 300 to 38880000',
  ],
  [
    { authorizedGrantType: 'CODE' },
    { authorizedGrantType: 'FREE' },
    'authorizedGrantType is "FREE"; expected one of CODE, TOKEN, SAML2BEARER, SAML2-BEARER, PASSWORD, CLIENT-CREDENTIALS',
  ],
  [
    { roleDivisions: [{ roleId: 'r', divisionId: '*' }] },
    { roleDivisions: [{ divisionId: '*' }] },
    'roleDivisions[0].roleId is missing; expected a text of at most 10000 characters',
  ],
]);

import { exportedAction } from '../../src/data-action';
import type { DataAction } from '../../src';
import { templatesIn } from '../../src/import/action-templates';
import { Contracts } from '../../src/import/contracts';
import { dataActionCode, valueOf } from '../../src/import/flow-surroundings';
import { knownContracts, pulledContract } from '../../src/import/schema-contracts';
import { findInAlpha, findInBeta, findInGamma } from '../data-action/private-databases';

test.each([findInAlpha, findInBeta, findInGamma])('$name is the same after export and import', (action) => {
  const exported = exportedAction(action);
  const contracts = new Contracts(knownContracts([pulledContract(JSON.stringify(exported)) ?? {}]));
  const code = dataActionCode('Customers', action.name, contracts.of('dataAction', 'Customers', action.name));

  expect(exportedAction(valueOf(code) as DataAction)).toEqual(exported);
});

const config = (url: string) => ({ request: { requestType: 'GET', requestUrlTemplate: url }, response: {} });

test.each([
  ['/api/v2/users/${input.id}', 'genesysCloud'],
  ['https://crm.example/', 'webServices'],
  ['${credentials.base}/customers', 'webServices'],
  ['arn:aws:lambda:eu-central-1:123456789012:function:find', undefined],
])('%s is of an integration %s', (url, integration) => {
  expect(templatesIn({ config: config(url), contract: {} })?.integration).toBe(integration);
});

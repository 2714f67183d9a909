import type { LocalOrg } from '../../private/local-org';

export const integrations = '/api/v2/integrations';

export const credentials = `${integrations}/credentials`;

export const actions = `${integrations}/actions`;

export const integrationOf = (org: LocalOrg, type = 'custom-rest-actions') =>
  org.create(integrations, { integrationType: { id: type } });

export const contract = {
  input: { inputSchema: { type: 'object', properties: { phoneNumber: { type: 'string' } } } },
  output: { successSchema: { type: 'object', properties: { customerId: { type: 'string' } } } },
};

export const lookup = (integrationId: string) => ({
  name: 'Find customer',
  category: 'Customers',
  integrationId,
  secure: false,
  contract,
  config: {
    timeoutSeconds: 5,
    request: {
      requestUrlTemplate: 'https://customers.example/${input.phoneNumber}',
      requestType: 'GET',
      requestTemplate: '',
      headers: {},
    },
    response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
  },
});

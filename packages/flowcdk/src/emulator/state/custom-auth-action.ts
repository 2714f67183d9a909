import type { JsonObject } from './json';
import type { Org } from './org';
import type { Integration } from './tables/integration';

/** The id of the action by which an integration gets its access token. */
export const customAuthId = (integrationId: string): string => `customAuth_-_${integrationId}`;

/**
 * Gives an integration its custom auth action, or takes it away. Only integrations with a credential of type
 * userDefinedOAuth have such an action.
 */
export function giveCustomAuthAction(integration: Integration, org: Org): void {
  const id = customAuthId(integration.id);
  const credential = org.get('credential', integration.credentials?.['basicAuth']?.id ?? '');
  const needsAction = credential?.type.name === 'userDefinedOAuth';
  if (!needsAction) return takeCustomAuthAction(integration.id, org);
  if (org.get('dataAction', id)) return;
  org.put('dataAction', {
    id,
    name: 'Custom Auth Action',
    category: integration.name,
    integrationId: integration.id,
    version: 1,
    secure: false,
    customAuth: true,
    config: {
      request: { requestUrlTemplate: '', requestType: 'POST', headers: {}, requestTemplate: '' },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
    contract: { input: { inputSchema: emptySchema }, output: { successSchema: emptySchema } },
  });
}

export const takeCustomAuthAction = (integrationId: string, org: Org): void =>
  org.remove('dataAction', customAuthId(integrationId));

const emptySchema: { readonly type: 'object' } & JsonObject = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  additionalProperties: true,
};

import type { LocalOrg } from './local-org';

const api = '/api/v2/integrations';

/** A data action on the org's own API. Inputs are texts, unless the name has a type: `{ priority: 'integer' }`. */
export interface OwnAction {
  readonly category: string;
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The template of the body. @default none */
  readonly body?: string;
  /** Outputs with their types, and where they stand in the answer. @default none */
  readonly outputs?: Readonly<Record<string, readonly [type: string, path: string]>>;
  /** The properties of the answer, where the whole answer is the result. */
  readonly whole?: object;
}

const schema = (types: Readonly<Record<string, string>>): object => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }])),
  additionalProperties: true,
});

/** Adds data actions on the org's own API, with an OAuth client that has the permissions and no others. */
export async function addOwnActions(org: LocalOrg, permissions: readonly string[], actions: readonly OwnAction[]) {
  const role = await org.create('/api/v2/authorization/roles', { name: 'Data actions', permissions });
  const { body } = await org.post('/api/v2/oauth/clients', {
    name: 'Data actions',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    roleDivisions: [{ roleId: role, divisionId: '*' }],
  });
  const { id: clientId, secret } = body as { readonly id: string; readonly secret: string };
  const credential = await org.create(`${api}/credentials`, {
    name: 'Client',
    type: { name: 'pureCloudOAuthClient' },
    credentialFields: { clientId, clientSecret: secret },
  });
  const integrationId = await org.create(api, { integrationType: { id: 'purecloud-data-actions' } });
  await org.patch(`${api}/${integrationId}`, { intendedState: 'ENABLED' });
  await org.put(`${api}/${integrationId}/config/current`, {
    version: 1,
    name: 'Own API',
    credentials: { pureCloudOAuthClient: { id: credential } },
  });
  for (const { category, name, method, url, inputs, body: template = '', outputs = {}, whole } of actions) {
    const types = Object.fromEntries(Object.entries(outputs).map(([output, [type]]) => [output, type]));
    const paths = Object.fromEntries(Object.entries(outputs).map(([output, [, path]]) => [output, path]));
    await org.create(`${api}/actions`, {
      name,
      category,
      integrationId,
      contract: {
        input: { inputSchema: schema(inputs) },
        output: { successSchema: whole ? { type: 'object', properties: whole } : schema(types) },
      },
      config: {
        request: { requestType: method, requestUrlTemplate: url, requestTemplate: template },
        response: {
          translationMap: paths,
          successTemplate: whole
            ? '${rawResult}'
            : `{${Object.keys(outputs)
                .map((output) => `"${output}": \${${output}}`)
                .join(', ')}}`,
        },
      },
    });
  }
}

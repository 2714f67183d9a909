import { type ExportedAction, permissionsOfCall } from '../data-action';
import { integrationTypes } from './api/integration-types';
import { contractDefects } from './api/contract-defects';
import type { JsonObject } from './state/json';
import type { KindName } from './state/kinds';
import type { Org } from './state/org';
import type { RecordOfKind } from './state/tables';
import type { DataAction } from './state/tables/data-action';

/** An export that the org cannot take. The message says which and why. */
export class WrongExport extends Error {}

export interface ImportOptions {
  /** The value of a field of the credential that templates name: `${credentials.apiKey}`. */
  readonly credentialValue: (field: string) => string;
}

/**
 * Imports data actions, as somebody does with the Import button: each comes to an integration of its type, which is made
 * where the org has none of that name. An action that was imported before is replaced.
 *
 * @returns the data actions, in the order of the exports
 * @throws WrongExport where an export cannot be a data action
 */
export function importDataActions(
  org: Org,
  actions: readonly ExportedAction[],
  options: ImportOptions,
): readonly DataAction[] {
  return org.transaction(() =>
    actions.map((action) => {
      const integration = integrationOf(org, action.integrationType, actions, options);
      const { name, config, contract, secure } = action;
      const [wrong] = contractDefects(contract as unknown as DataAction['contract']);
      if (wrong) throw new WrongExport(`${name}: ${wrong}`);
      const before = org.all('dataAction').find((known) => known.category === integration.name && known.name === name);
      return org.put('dataAction', {
        id: before?.id ?? org.newId(),
        name,
        category: integration.name ?? '',
        integrationId: integration.id,
        secure,
        version: (before?.version ?? 0) + 1,
        config: { request: config.request, response: config.response },
        contract,
      } as unknown as DataAction);
    }),
  );
}

function integrationOf(org: Org, type: string, actions: readonly ExportedAction[], options: ImportOptions) {
  const name = integrationTypes.find(({ id }) => id === type)?.name ?? type;
  const known = org.all('integration').find((other) => other.name === name && other.integrationType.id === type);
  const ofType = actions.filter(({ integrationType }) => integrationType === type);
  if (known) return known;
  return put(org, 'integration', {
    name,
    intendedState: 'ENABLED',
    integrationType: { id: type },
    configVersion: 1,
    properties: {},
    advanced: {},
    credentials: type === 'purecloud-data-actions' ? clientFor(org, name, ofType) : credentialFor(org, ofType, options),
  });
}

/** An OAuth client whose role holds what the data actions need, as far as it is known. */
function clientFor(org: Org, name: string, actions: readonly ExportedAction[]): JsonObject {
  const permissions = actions.flatMap(
    ({ config: { request } }) => permissionsOfCall(request.requestType, request.requestUrlTemplate) ?? [],
  );
  const role = put(org, 'role', {
    name: `${name}, imported`,
    permissions: [...new Set(permissions)],
    permissionPolicies: [],
  });
  const client = put(org, 'oauthClient', {
    name: `${name}, imported`,
    accessTokenValiditySeconds: 86_400,
    state: 'active',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    roleDivisions: [{ roleId: role.id, divisionId: '*' }],
  });
  return {
    pureCloudOAuthClient: credential(org, 'pureCloudOAuthClient', { clientId: client.id, clientSecret: 'local' }),
  };
}

/** A credential with the fields that the templates name; none where they name none. */
function credentialFor(org: Org, actions: readonly ExportedAction[], { credentialValue }: ImportOptions): JsonObject {
  const fields = credentialFieldsIn(actions);
  if (fields.length === 0) return {};
  const values = Object.fromEntries(fields.map((field) => [field, credentialValue(field)]));
  return { basicAuth: credential(org, 'userDefined', values) };
}

/** The fields of credentials that templates name: `$credentials.x`, `$!{credentials.x}`. */
export const credentialFieldsIn = (actions: readonly ExportedAction[]): readonly string[] => [
  ...new Set(
    actions.flatMap(({ config: { request } }) =>
      [request.requestUrlTemplate, request.requestTemplate, ...Object.values(request.headers)].flatMap((text) =>
        [...text.matchAll(/\bcredentials\.([A-Za-z][\w-]*)/g)].map(([, field = '']) => field),
      ),
    ),
  ),
];

function credential(org: Org, type: string, values: Readonly<Record<string, string>>): JsonObject {
  const { id } = put(org, 'credential', { name: 'imported', type: { name: type }, fieldNames: Object.keys(values) });
  org.putSecret(id, values);
  return { id };
}

const put = <K extends KindName>(org: Org, kind: K, fields: JsonObject): RecordOfKind<K> =>
  org.put(kind, { id: org.newId(), ...fields } as unknown as RecordOfKind<K>);

import { fieldsOf, type JsonObject, omit, pick } from '../state/json';
import { hasLostValues, LOST } from '../state/credential-values';
import type { Secret } from '../state/org';
import { collection, shownOf, type Collection } from './collection';
import { warnOfUnknown } from './integration-types';
import { page, pageAfter } from './paging';
import type { Route } from './route';

/** The fields of each type of credential, as the documents and public modules of Terraform name them. `any` where users choose the fields. */
export const credentialTypes: Readonly<Record<string, readonly string[] | 'any'>> = {
  basicAuth: ['userName', 'password'],
  userDefined: 'any',
  userDefinedOAuth: 'any',
  pureCloudOAuthClient: ['clientId', 'clientSecret'],
  amazonWebServicesARN: 'any',
  salesforce: ['username', 'password', 'securityToken', 'loginUrl'],
  msDynamics: ['username', 'password', 'orgWebAddress', 'applicationId'],
  zendeskApiToken: ['userEmail', 'baseUrl', 'apiToken'],
};

const path = '/api/v2/integrations/credentials';
const permission = 'integrations:integration';

const credentials: Collection<'credential'> = {
  kind: 'credential',
  path,
  permission,
  certainty: 'documented',
  note: 'A type that the local org does not know is taken with a warning. Values are never shown. They are kept in memory only; when the org was started again and they are gone, reading the credential says so in its name, so that Terraform applies it again.',
  hides: ['fieldNames'],
  complete: ({ name, type, credentialFields }, _call, before) => ({
    ...(name === undefined ? {} : { name }),
    type: { name: type.name },
    fieldNames: credentialFields === undefined ? before?.fieldNames : Object.keys(credentialFields),
  }),
  check: ({ type }, call) => {
    const known = Object.keys(credentialTypes);
    if (!known.includes(type.name)) warnOfUnknown(call, 'type.name', 'type of credential', type.name, known);
  },
  changed: ({ id }, { org, parts }) => {
    const { credentialFields } = fieldsOf(parts.body);
    if (credentialFields === undefined || credentialFields === null) return;
    org.putSecret(id, pickTexts(fieldsOf(credentialFields)));
  },
  view: (credential, shown, { org }) =>
    hasLostValues(credential, org) ? { ...shown, name: `${credential.name ?? ''} ${LOST}` } : shown,
};

const pickTexts = (fields: JsonObject): Secret =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

const routes = collection(credentials);

export const credentialRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/types`,
    does: 'lists the types of credential',
    permission: `${permission}:view`,
    answers: [200],
    certainty: 'believed',
    handle: (call) =>
      page(
        call,
        Object.entries(credentialTypes).map(([id, fields]) => ({
          id,
          name: id,
          properties: fields === 'any' ? {} : Object.fromEntries(fields.map((field) => [field, { type: 'string' }])),
        })),
        `${path}/types`,
      ),
  },
  {
    method: 'GET',
    path: `${path}/listing`,
    does: 'lists every credential, part by part after the last id of the part before',
    permission: `${permission}:view`,
    answers: [200],
    certainty: 'documented',
    handle: (call) =>
      pageAfter(
        call,
        call.org.all('credential').map((credential) => ({
          ...omit(shownOf(credentials, credential, call), ['id', 'name']),
          // Terraform's provider finds a credential by its name in the list.
          ...pick(credential, ['name']),
          id: credential.id,
        })),
        `${path}/listing`,
      ),
  },
  ...routes,
];

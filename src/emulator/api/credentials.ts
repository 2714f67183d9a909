import { fieldsOf, type JsonObject, omit, pick, textOf } from '../state/json';
import { collection, shownOf, type Collection } from './collection';
import { page, pageAfter } from './paging';
import { wrongValue } from './problems';
import type { Route } from './route';
import { mapOf, object, required, text } from './shape';

/** What each type of credential is made of; `any` fields where the user chooses them. */
export const credentialTypes: Readonly<Record<string, readonly string[] | 'any'>> = {
  basicAuth: ['userName', 'password'],
  userDefined: 'any',
  userDefinedOAuth: 'any',
  pureCloudOAuthClient: ['clientId', 'clientSecret'],
  amazonWebServicesARN: 'any',
};

const path = '/api/v2/integrations/credentials';
const permission = 'integrations:integration';

const credentials: Collection = {
  kind: 'credential',
  path,
  permission,
  certainty: 'documented',
  note: 'Values are neither shown nor kept, only the names of the fields.',
  body: {
    name: text(256),
    type: required(object({ name: required(text(256)) })),
    credentialFields: mapOf(text()),
  },
  hides: ['fieldNames'],
  complete: ({ name, type, credentialFields }, _call, before): JsonObject => ({
    ...(name === undefined ? {} : { name }),
    type: pick(fieldsOf(type), ['name']),
    fieldNames: credentialFields === undefined ? before?.['fieldNames'] : Object.keys(fieldsOf(credentialFields)),
  }),
  check: ({ type }) => {
    const given = textOf(fieldsOf(type)['name']) ?? '';
    if (!Object.hasOwn(credentialTypes, given)) {
      const known = Object.keys(credentialTypes).join(', ');
      throw wrongValue(`type.name: there is no type of credential '${given}'; there are ${known}`, 'type.name');
    }
  },
};

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
          ...omit(shownOf(credentials, credential, call), ['id']),
          id: credential.id,
        })),
        `${path}/listing`,
      ),
  },
  ...routes,
];

import { fieldsOf, idIn, isObject, type Json, type JsonObject, numberOf, omit, textOf } from '../state/json';
import type { Entity } from '../state/org';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { contractDefects } from './contract-defects';
import { integrationType } from './integration-types';
import { page } from './paging';
import { notThere, versionMismatch, wrongValue } from './problems';
import { type Route, textReply } from './route';
import { anyObject, listOf, mapOf, name, object, oneOf, required, text, whole, yesNo } from './shape';

const path = '/api/v2/integrations/actions';
const permission = 'integrations:action';

const config = object({
  timeoutSeconds: whole(1, 60),
  request: object({
    requestUrlTemplate: text(),
    requestTemplate: text(200_000),
    requestType: oneOf('GET', 'PUT', 'POST', 'PATCH', 'DELETE'),
    headers: mapOf(text()),
  }),
  response: object({
    translationMap: mapOf(text()),
    translationMapDefaults: mapOf(text()),
    successTemplate: text(200_000),
  }),
});

const schema = object({ type: oneOf('object', 'array'), properties: anyObject, required: listOf(text()) });
const contract = object({
  input: required(object({ inputSchema: required(schema) })),
  output: required(object({ successSchema: required(schema) })),
});

/** Templates are files of their own; a request that says nothing is not shown, for the provider cannot read it. */
export function shownConfig(given: Json | undefined): JsonObject {
  const { request, response, ...rest } = fieldsOf(given);
  const requestFields = omit(fieldsOf(request), ['requestTemplate']);
  return {
    ...rest,
    ...(Object.keys(requestFields).length > 0 ? { request: requestFields } : {}),
    ...(isObject(response) ? { response: omit(response, ['successTemplate']) } : {}),
  };
}

export const actions: Collection = {
  kind: 'dataAction',
  path,
  permission,
  certainty: 'documented',
  note: 'Published at once; contracts never change afterwards.',
  body: { name, category: name, integrationId: required(text(256)), secure: yesNo, config: required(config), contract },
  verbs: ['list', 'create', 'read', 'delete'],
  wrongValueIs: 422,
  version: 'counted',
  hides: ['customAuth'],
  complete: (sent) => {
    if (!isObject(sent['contract'])) throw wrongValue('contract is missing; expected the schemas of input and output');
    return { secure: false, ...sent };
  },
  check: (action, call) => {
    checkAction(action, call);
    const [wrong] = contractDefects(action['contract']);
    if (wrong) throw wrongValue(wrong, 'contract');
  },
  // A draft of it goes with it.
  deleting: ({ id }, { org }) => org.remove('actionDraft', id),
  // The actions by which integrations get tokens are listed only for who asks for them.
  lists: (action, call) => action['customAuth'] !== true || call.query('includeAuthActions') === 'true',
  filters: {
    category: (action, wanted) => action['category'] === wanted,
    ids: (action, wanted) => wanted.split(',').includes(action.id),
    secure: (action, wanted) => String(action['secure']) === wanted,
  },
  view: (action, shown, call) => ({
    ...omit(shown, ['contract', 'config']),
    ...((call.query('expand') ?? '').split(',').includes('contract') ? { contract: action['contract'] } : {}),
    ...(call.query('includeConfig') === 'true' ? { config: shownConfig(action['config']) } : {}),
  }),
};

export function checkAction({ integrationId, config: given }: Entity, { org }: Call): void {
  const integration = org.get('integration', textOf(integrationId) ?? '');
  const type = integrationType(idIn(integration, 'integrationType') ?? '');
  if (integration && !type?.hasActions) {
    throw wrongValue(`integrationId: an integration of type ${type?.id ?? 'unknown'} has no data actions`);
  }
  const { request } = fieldsOf(given);
  const url = textOf(fieldsOf(request)['requestUrlTemplate']);
  if (type?.id === 'purecloud-data-actions' && url !== undefined && url !== '' && !/^\/api\/|^\$/.test(url)) {
    throw wrongValue(
      `config.request.requestUrlTemplate: '${url}' must begin with /api/, for the integration calls the public API`,
      'config.request.requestUrlTemplate',
    );
  }
}

export const templates: Readonly<Record<string, (config: JsonObject) => Json | undefined>> = {
  'requesttemplate.vm': ({ request }) => fieldsOf(request)['requestTemplate'],
  'successtemplate.vm': ({ response }) => fieldsOf(response)['successTemplate'],
};

export const schemas: Readonly<Record<string, (contract: JsonObject) => Json | undefined>> = {
  'input.json': ({ input }) => fieldsOf(input)['inputSchema'],
  'success.json': ({ output }) => fieldsOf(output)['successSchema'],
};

/** A change names the version it changes. The contract stays: flows were published against it. */
function change(call: Call): JsonObject {
  const before = call.the('dataAction');
  const sent = call.object({ name: text(256, 1), category: text(256, 1), version: whole(), config });
  const wanted = textOf(sent['integrationId']);
  if (sent['contract'] !== undefined || (wanted !== undefined && wanted !== before['integrationId'])) {
    throw wrongValue('contract, integrationId: a published data action keeps both; make a new one');
  }
  const current = Number(before['version']);
  if (sent['version'] !== current) throw versionMismatch('dataAction', numberOf(sent['version']), current);
  const after: Entity = { ...before, ...omit(sent, ['id', 'selfUri', 'secure']), id: before.id, version: current + 1 };
  checkAction(after, call);
  call.org.put('dataAction', after);
  return shownOf(actions, after, call);
}

export function file(call: Call, files: typeof templates, of: Json | undefined): Json {
  const wanted = call.param('file').toLowerCase();
  const read = Object.hasOwn(files, wanted) ? files[wanted] : undefined;
  if (!read) throw notThere('file', call.param('file'));
  return read(fieldsOf(of)) ?? '';
}

/** Categories come from the data actions in them; with secure=true from those that keep what they handle secret. */
function categoriesIn(call: Call): string[] {
  const secure = call.query('secure')?.toLowerCase();
  const among = call.org
    .all('dataAction')
    .filter((action) => secure === undefined || String(action['secure'] === true) === secure);
  return [...new Set(among.flatMap((action) => textOf(action['category']) ?? []))].sort();
}

export const dataActionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/categories`,
    does: 'lists the categories data actions are in',
    permission: `${permission}:view`,
    answers: [200],
    certainty: 'documented',
    handle: (call) =>
      page(
        call,
        categoriesIn(call).map((category) => ({ name: category })),
        `${path}/categories`,
      ),
  },
  ...collection(actions),
  {
    method: 'PATCH',
    path: `${path}/:id`,
    does: 'changes name, category and configuration of a data action',
    permission: `${permission}:edit`,
    answers: [200, 404, 409, 422],
    certainty: 'documented',
    wrongValueIs: 422,
    handle: change,
  },
  {
    method: 'GET',
    path: `${path}/:id/templates/:file`,
    does: 'gives the template of the request or of the answer, as text',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => textReply(textOf(file(call, templates, call.the('dataAction')['config'])) ?? ''),
  },
  {
    method: 'GET',
    path: `${path}/:id/schemas/:file`,
    does: 'gives the schema of the input or of the answer',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => file(call, schemas, call.the('dataAction')['contract']),
  },
];

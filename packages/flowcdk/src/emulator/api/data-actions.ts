import { type Json, type JsonObject, omit, textOf } from '../state/json';
import { tables } from '../state/tables';
import type { ActionConfig, ActionDraft, DataAction } from '../state/tables/data-action';
import { withFields } from '../state/record';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { contractDefects } from './contract-defects';
import { integrationType } from './integration-types';
import { page } from './paging';
import { notThere, versionMismatch, wrongValue } from './refusals';
import { type Route, textReply } from './route';
import { warning, warnOfDataAction } from './warn-of-findings';
import { anything, text, whole } from '../state/shape';

const path = '/api/v2/integrations/actions';
const permission = 'integrations:action';

/**
 * The configuration without its templates, which are files of their own. An empty request is left out, because
 * Terraform's provider cannot read it.
 */
export function shownConfig({ request, response, ...rest }: ActionConfig = {}): JsonObject {
  const requestFields = omit(request ?? {}, ['requestTemplate']);
  return {
    ...rest,
    ...(Object.keys(requestFields).length > 0 ? { request: requestFields } : {}),
    ...(response ? { response: omit(response, ['successTemplate']) } : {}),
  };
}

export const actions: Collection<'dataAction'> = {
  kind: 'dataAction',
  path,
  permission,
  certainty: 'documented',
  note: 'Published at once; contracts never change afterwards.',
  verbs: ['list', 'create', 'read', 'delete'],
  wrongValueIs: 422,
  version: 'counted',
  hides: ['customAuth'],
  check: (action, call) => {
    checkAction(action, call);
    const [wrong] = contractDefects(action.contract);
    if (wrong) throw wrongValue(wrong, 'contract');
  },
  changed: warnOfDataAction,
  // The draft of the action is deleted with it.
  deleting: ({ id }, { org }) => org.remove('actionDraft', id),
  // The actions that get tokens for integrations are listed only for callers who ask for them.
  lists: (action, call) => action.customAuth !== true || call.query('includeAuthActions') === 'true',
  filters: {
    category: (action, category) => action.category === category,
    ids: (action, ids) => ids.split(',').includes(action.id),
    secure: (action, secure) => String(action.secure) === secure,
  },
  view: shownAction,
};

/** A data action or its draft. Contract and configuration are shown only on request. */
export function shownAction(action: ActionDraft, shown: JsonObject, call: Call): JsonObject {
  return {
    ...omit(shown, ['contract', 'config']),
    ...(call.expansions('contract').has('contract') ? { contract: action.contract } : {}),
    ...(call.query('includeConfig') === 'true' ? { config: shownConfig(action.config) } : {}),
  };
}

export function checkAction({ integrationId, config }: ActionDraft, call: Call): void {
  const integration = call.org.get('integration', integrationId);
  const type = integrationType(integration?.integrationType.id ?? '');
  // Whether a type that the local org does not know has data actions is not known either.
  if (type && !type.hasActions) {
    throw wrongValue(`integrationId: an integration of type ${type.id} has no data actions`);
  }
  const url = config?.request?.requestUrlTemplate;
  if (type?.id === 'purecloud-data-actions' && url !== undefined && url !== '' && !/^\/api\/|^\$/.test(url)) {
    // Whether the cloud refuses the action at once or when it runs is not known.
    call.warn(
      `config.request.requestUrlTemplate: the URL must begin with /api/, for the integration calls the public API; ` +
        'the action fails when it runs',
    );
  }
}

/** The files of a data action, by their names. */
type Files = Readonly<Record<string, (action: ActionDraft) => Json | undefined>>;

export const templates: Files = {
  'requesttemplate.vm': ({ config }) => config?.request?.requestTemplate,
  'successtemplate.vm': ({ config }) => config?.response?.successTemplate,
};

export const schemas: Files = {
  'input.json': ({ contract }) => contract?.input.inputSchema,
  'success.json': ({ contract }) => contract?.output.successSchema,
};

/**
 * Changes a data action. The body names the version that it changes. The contract stays, because published flows rely
 * on it.
 */
function change(call: Call): JsonObject {
  const before = call.the('dataAction');
  const { name, category, config, ...sent } = call.object({
    name: text(256, 1),
    category: text(256, 1),
    version: whole(),
    config: tables.actionDraft.config,
    integrationId: anything,
    contract: anything,
  });
  const integrationId = sent.integrationId;
  if (sent.contract !== undefined || (integrationId !== undefined && integrationId !== before.integrationId)) {
    throw wrongValue('contract, integrationId: a published data action keeps both; make a new one');
  }
  const current = before.version;
  if (sent.version !== current) throw versionMismatch('dataAction', sent.version, current);
  const after: DataAction = withFields(before, { name, category, config, version: current + 1 });
  checkAction(after, call);
  call.org.put('dataAction', after);
  warnOfDataAction(after, call);
  return shownOf(actions, after, call);
}

export function file(call: Call, files: Files, action: ActionDraft): Json {
  const name = call.param('file').toLowerCase();
  const read = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!read) throw notThere('file', call.param('file'));
  return read(action) ?? '';
}

/** The categories of all data actions. With `secure=true`, only those of secure data actions. */
function categoriesIn(call: Call): string[] {
  const secure = call.query('secure')?.toLowerCase();
  const among = call.org.all('dataAction').filter((action) => secure === undefined || String(action.secure) === secure);
  return [...new Set(among.map((action) => action.category))].sort();
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
  ...collection(actions).map((route) => (route.method === 'POST' ? warning(route) : route)),
  warning({
    method: 'PATCH',
    path: `${path}/:id`,
    does: 'changes name, category and configuration of a data action',
    permission: `${permission}:edit`,
    answers: [200, 404, 409, 422],
    certainty: 'documented',
    wrongValueIs: 422,
    handle: change,
  }),
  {
    method: 'GET',
    path: `${path}/:id/templates/:file`,
    does: 'gives the template of the request or of the answer, as text',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => textReply(textOf(file(call, templates, call.the('dataAction'))) ?? ''),
  },
  {
    method: 'GET',
    path: `${path}/:id/schemas/:file`,
    does: 'gives the schema of the input or of the answer',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => file(call, schemas, call.the('dataAction')),
  },
];

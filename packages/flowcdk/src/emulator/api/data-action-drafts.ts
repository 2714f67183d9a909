import { isObject, type JsonObject, numberOf, omit, textOf } from '../state/json';
import type { Entity } from '../state/org';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { shownOf } from './collection';
import { contractDefects } from './contract-defects';
import { actions, checkAction, file, schemas, templates } from './data-actions';
import { matches, page } from './paging';
import { ApiProblem, dangling, versionMismatch, wrongValue } from './problems';
import { type Route, textReply } from './route';
import { type Field, text, whole } from './shape';

const { path, body, view } = actions;
const permission = 'integrations:action';
const draftPath = `${path}/:id/draft`;

const shown = (draft: Entity, call: Call): JsonObject =>
  view?.(draft, { ...draft, selfUri: `${path}/${draft.id}/draft` }, call) ?? draft;

const optional = (field: Field | undefined): Field => ({ ...(field ?? text()), required: false });

/** A draft may be unfinished; what it needs to be published shows when it is validated. */
const draftBody = {
  ...body,
  config: optional(body['config']),
  contract: optional(body['contract']),
};

function keep(draft: Entity, call: Call): JsonObject {
  const missing = danglingReferences(call.org, 'actionDraft', draft);
  if (missing.length > 0) throw dangling(missing);
  checkAction(draft, call);
  return shown(call.org.put('actionDraft', draft), call);
}

/** Of a draft everything can be changed, its contracts too. */
function change(call: Call): JsonObject {
  const before = call.the('actionDraft');
  const sent = call.object({
    ...draftBody,
    name: optional(body['name']),
    category: optional(body['category']),
    integrationId: optional(body['integrationId']),
    version: whole(),
  });
  checkVersion(sent, before);
  return keep({ ...before, ...omit(sent, ['id', 'selfUri']), id: before.id, version: versionOf(before) + 1 }, call);
}

const versionOf = (draft: Entity): number => numberOf(draft['version']) ?? 1;

function checkVersion(sent: JsonObject, draft: Entity): void {
  if (sent['version'] === versionOf(draft)) return;
  throw versionMismatch('actionDraft', numberOf(sent['version']), versionOf(draft));
}

/** What keeps a draft from being published. */
function unfinishedIn(draft: Entity, published: Entity | undefined): { field: string; message: string }[] {
  const { contract, config } = draft;
  const request = isObject(config) ? config['request'] : undefined;
  const url = isObject(request) ? textOf(request['requestUrlTemplate']) : undefined;
  return [
    ...(isObject(contract)
      ? []
      : [{ field: 'contract', message: 'contract is missing; expected the schemas of input and output' }]),
    ...(isObject(config) ? [] : [{ field: 'config', message: 'config is missing; expected request and response' }]),
    ...(isObject(config) && (url === undefined || url === '')
      ? [
          {
            field: 'config.request.requestUrlTemplate',
            message: 'config.request.requestUrlTemplate is missing; expected where the request goes',
          },
        ]
      : []),
    ...contractDefects(contract).map((message) => ({ field: 'contract', message })),
    // Flows were published against the contract.
    ...(published && isObject(contract) && JSON.stringify(contract) !== JSON.stringify(published['contract'])
      ? [{ field: 'contract', message: 'contract: a published data action keeps its contract; make a new one' }]
      : []),
  ];
}

function publish(call: Call): JsonObject {
  const { org } = call;
  const draft = call.the('actionDraft');
  checkVersion(call.object({ version: whole() }), draft);
  const before = org.get('dataAction', draft.id);
  const unfinished = unfinishedIn(draft, before);
  if (unfinished.length > 0) throw wrongValue(unfinished.map(({ message }) => message).join('; '));
  const published = org.put('dataAction', { ...draft, version: before ? versionOf(before) + 1 : 1 });
  org.remove('actionDraft', draft.id);
  return shownOf(actions, published, call);
}

const edit = { permission: `${permission}:edit`, certainty: 'documented' } as const;
const add = { permission: `${permission}:add`, certainty: 'documented' } as const;
const read = { permission: `${permission}:view`, certainty: 'documented', answers: [200, 404] } as const;

export const dataActionDraftRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/drafts`,
    does: 'lists the drafts of data actions, by name or category where one is asked for',
    ...read,
    answers: [200],
    handle: (call) => {
      const [wanted, category] = [call.query('name'), call.query('category')];
      const found = call.org
        .all('actionDraft')
        .filter((draft) => wanted === undefined || matches(draft['name'], wanted))
        .filter((draft) => category === undefined || draft['category'] === category);
      return page(
        call,
        found.map((draft) => shown(draft, call)),
        `${path}/drafts`,
      );
    },
  },
  {
    method: 'POST',
    path: `${path}/drafts`,
    does: 'creates a data action as a draft',
    ...add,
    answers: [200, 422],
    wrongValueIs: 422,
    handle: (call) => keep({ secure: false, ...call.object(draftBody), id: call.org.newId(), version: 1 }, call),
  },
  {
    method: 'POST',
    path: draftPath,
    does: 'makes a draft of a published data action',
    ...edit,
    answers: [200, 404, 409],
    handle: (call) => {
      const action = call.the('dataAction');
      if (call.org.get('actionDraft', action.id)) {
        throw new ApiProblem(409, 'general.conflict', `The data action '${action['name']}' has a draft already.`);
      }
      return keep({ ...action, version: 1 }, call);
    },
  },
  {
    method: 'GET',
    path: draftPath,
    does: 'gives the draft of a data action',
    ...read,
    handle: (call) => shown(call.the('actionDraft'), call),
  },
  {
    method: 'PATCH',
    path: draftPath,
    does: 'changes the draft of a data action',
    ...edit,
    answers: [200, 404, 409, 422],
    wrongValueIs: 422,
    handle: change,
  },
  {
    method: 'DELETE',
    path: draftPath,
    does: 'deletes the draft of a data action',
    permission: `${permission}:delete`,
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      call.org.remove('actionDraft', call.the('actionDraft').id);
      return undefined;
    },
  },
  {
    method: 'GET',
    path: `${draftPath}/validation`,
    does: 'tells what keeps a draft from being published',
    ...edit,
    answers: [200, 404],
    handle: (call) => {
      const draft = call.the('actionDraft');
      const unfinished = unfinishedIn(draft, call.org.get('dataAction', draft.id));
      return {
        valid: unfinished.length === 0,
        errors: unfinished.map(({ field, message }) => ({
          code: 'invalid.value',
          status: 400,
          message,
          details: [{ errorCode: 'invalid.value', fieldName: field }],
        })),
      };
    },
  },
  {
    method: 'POST',
    path: `${draftPath}/publish`,
    does: 'makes a draft the published data action',
    ...edit,
    answers: [200, 404, 409, 422],
    wrongValueIs: 422,
    handle: publish,
  },
  {
    method: 'GET',
    path: `${draftPath}/templates/:file`,
    does: 'gives the template of the request or of the answer of a draft, as text',
    ...read,
    handle: (call) => textReply(textOf(file(call, templates, call.the('actionDraft')['config'])) ?? ''),
  },
  {
    method: 'GET',
    path: `${draftPath}/schemas/:file`,
    does: 'gives the schema of the input or of the answer of a draft',
    ...read,
    handle: (call) => file(call, schemas, call.the('actionDraft')['contract']),
  },
];

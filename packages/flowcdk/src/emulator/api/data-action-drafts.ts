import { type JsonObject, textOf } from '../state/json';
import { danglingReferences } from '../state/references';
import { optional, whole } from '../state/shape';
import { tables } from '../state/tables';
import type { ActionDraft, DataAction } from '../state/tables/data-action';
import { withFields } from '../state/record';
import type { Call } from './call';
import { shownOf } from './collection';
import { contractDefects } from './contract-defects';
import { warning, warnOfDataAction } from './warn-of-findings';
import { actions, checkAction, file, schemas, shownAction, templates } from './data-actions';
import { matches, page } from './paging';
import { ApiProblem, dangling, versionMismatch, wrongValue } from './refusals';
import { type Route, textReply } from './route';

const { path } = actions;
const permission = 'integrations:action';
const draftPath = `${path}/:id/draft`;

const shown = (draft: ActionDraft, call: Call): JsonObject =>
  shownAction(draft, { ...draft, selfUri: `${path}/${draft.id}/draft` }, call);

function keep(draft: ActionDraft, call: Call): JsonObject {
  const missing = danglingReferences(call.org, 'actionDraft', draft);
  if (missing.length > 0) throw dangling(missing);
  checkAction(draft, call);
  return shown(call.org.put('actionDraft', draft), call);
}

function firstDraft(call: Call): ActionDraft {
  const { secure = false, ...sent } = call.object(tables.actionDraft);
  return { ...sent, secure, id: call.org.newId(), version: 1 };
}

/** Changes a draft. Its contract can change as well. */
function change(call: Call): JsonObject {
  const before = call.the('actionDraft');
  const { version, ...sent } = call.object({
    ...tables.actionDraft,
    name: optional(tables.actionDraft.name),
    category: optional(tables.actionDraft.category),
    integrationId: optional(tables.actionDraft.integrationId),
  });
  checkVersion(version, before);
  return keep({ ...withFields(before, sent), id: before.id, version: before.version + 1 }, call);
}

function checkVersion(version: number | undefined, draft: ActionDraft): void {
  if (version !== draft.version) throw versionMismatch('actionDraft', version, draft.version);
}

/** The reasons why a draft cannot be published. */
function unfinishedIn(
  { contract, config }: ActionDraft,
  published: DataAction | undefined,
): { field: string; message: string }[] {
  const url = config?.request?.requestUrlTemplate;
  return [
    ...(contract
      ? []
      : [{ field: 'contract', message: 'contract is missing; expected the schemas of input and output' }]),
    ...(config ? [] : [{ field: 'config', message: 'config is missing; expected request and response' }]),
    ...(config && (url === undefined || url === '')
      ? [
          {
            field: 'config.request.requestUrlTemplate',
            message: 'config.request.requestUrlTemplate is missing; expected where the request goes',
          },
        ]
      : []),
    ...contractDefects(contract).map((message) => ({ field: 'contract', message })),
    // Published flows rely on the contract.
    ...(published && contract && JSON.stringify(contract) !== JSON.stringify(published.contract)
      ? [{ field: 'contract', message: 'contract: a published data action keeps its contract; make a new one' }]
      : []),
  ];
}

function publish(call: Call): JsonObject {
  const { org } = call;
  const draft = call.the('actionDraft');
  checkVersion(call.object({ version: whole() }).version, draft);
  const before = org.get('dataAction', draft.id);
  const unfinished = unfinishedIn(draft, before);
  if (unfinished.length > 0) throw wrongValue(unfinished.map(({ message }) => message).join('; '));
  const { config, contract } = draft;
  if (!config || !contract) throw new Error('a finished draft without configuration or contract');
  const version = before ? before.version + 1 : 1;
  const published = org.put('dataAction', { ...draft, config, contract, version });
  org.remove('actionDraft', draft.id);
  warnOfDataAction(published, call);
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
      const [name, category] = [call.query('name'), call.query('category')];
      const drafts = call.org
        .all('actionDraft')
        .filter((draft) => name === undefined || matches(draft.name, name))
        .filter((draft) => category === undefined || draft.category === category);
      return page(
        call,
        drafts.map((draft) => shown(draft, call)),
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
    handle: (call) => keep(firstDraft(call), call),
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
        throw new ApiProblem(409, 'general.conflict', `The data action '${action.name}' has a draft already.`);
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
  warning({
    method: 'POST',
    path: `${draftPath}/publish`,
    does: 'makes a draft the published data action',
    ...edit,
    answers: [200, 404, 409, 422],
    wrongValueIs: 422,
    handle: publish,
  }),
  {
    method: 'GET',
    path: `${draftPath}/templates/:file`,
    does: 'gives the template of the request or of the answer of a draft, as text',
    ...read,
    handle: (call) => textReply(textOf(file(call, templates, call.the('actionDraft'))) ?? ''),
  },
  {
    method: 'GET',
    path: `${draftPath}/schemas/:file`,
    does: 'gives the schema of the input or of the answer of a draft',
    ...read,
    handle: (call) => file(call, schemas, call.the('actionDraft')),
  },
];

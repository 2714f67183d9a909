import { isObject, type JsonObject, numberOf, omit, textOf } from '../state/json';
import type { Entity } from '../state/org';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { actions, checkAction, file, templates } from './data-actions';
import { dangling, versionMismatch, wrongValue } from './problems';
import { type Route, textReply } from './route';
import { type Field, name, text, whole } from './shape';

const { path, body, view } = actions;
const permission = 'integrations:action';
const draftPath = `${path}/:id/draft`;

const shown = (draft: Entity, call: Call): JsonObject =>
  view?.(draft, { ...draft, selfUri: `${path}/${draft.id}/draft` }, call) ?? draft;

function keep(draft: Entity, call: Call): JsonObject {
  if (!isObject(draft['contract'])) throw wrongValue('contract is missing; expected the schemas of input and output');
  const missing = danglingReferences(call.org, 'actionDraft', draft);
  if (missing.length > 0) throw dangling(missing);
  checkAction(draft, call);
  return shown(call.org.put('actionDraft', draft), call);
}

const optional = (field: Field | undefined): Field => ({ ...(field ?? text()), required: false });

/** Of a draft everything can be changed, its contracts too. */
function change(call: Call): JsonObject {
  const before = call.the('actionDraft');
  const shape = {
    ...body,
    name: optional(name),
    category: optional(name),
    integrationId: optional(body['integrationId']),
  };
  const sent = call.object({ ...shape, config: optional(body['config']), version: whole() });
  const current = Number(before['version']);
  if (sent['version'] !== current) throw versionMismatch('actionDraft', numberOf(sent['version']), current);
  return keep({ ...before, ...omit(sent, ['id', 'selfUri']), id: before.id, version: current + 1 }, call);
}

export const dataActionDraftRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/drafts`,
    does: 'creates a data action as a draft',
    permission: `${permission}:add`,
    answers: [200, 422],
    certainty: 'documented',
    note: 'Publishing, validating and testing a draft are not there.',
    wrongValueIs: 422,
    handle: (call) => keep({ secure: false, ...call.object(body), id: call.org.newId(), version: 1 }, call),
  },
  {
    method: 'GET',
    path: draftPath,
    does: 'gives the draft of a data action',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => shown(call.the('actionDraft'), call),
  },
  {
    method: 'PATCH',
    path: draftPath,
    does: 'changes the draft of a data action',
    permission: `${permission}:edit`,
    answers: [200, 404, 409, 422],
    certainty: 'documented',
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
    path: `${draftPath}/templates/:file`,
    does: 'gives the template of the request or of the answer of a draft, as text',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => textReply(textOf(file(call, templates, call.the('actionDraft')['config'])) ?? ''),
  },
];

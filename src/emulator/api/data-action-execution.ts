import type { DataActionResult, Tested } from '../runtime/data-actions/data-action-runner';
import { begin } from '../runtime/steps';
import { isObject, type JsonObject } from '../state/json';
import type { Entity } from '../state/org';
import type { Call } from './call';
import { ApiProblem, wrongBody } from './problems';
import { Reply, type Route } from './route';

const path = '/api/v2/integrations/actions';
const permission = 'integrations:action:execute';

function inputsIn({ parts: { body } }: Call): JsonObject {
  if (body === undefined) return {};
  if (isObject(body)) return body;
  throw wrongBody([{ field: '', message: 'The request body must be a JSON object: the input of the data action' }]);
}

/** Carries a data action out, with every step of it. */
const carriedOut = (call: Call, action: Entity): Promise<Tested> =>
  new Promise((resolve, reject) => {
    begin(call.runtime.dataActions.test(action, inputsIn(call)), (ended) => {
      if ('value' in ended) resolve(ended.value);
      else reject('error' in ended ? (ended.error as Error) : new Error('the data action was stopped'));
    });
  });

/** The result, as the contract shapes it or flattened as Architect sees it; a failure as an error of the API. */
function answered(call: Call, result: DataActionResult): Reply {
  if (result.outcome === 'success') {
    const flat = call.query('flatten') === 'true';
    return new Reply(200, flat ? Object.fromEntries(result.outputs) : result.result);
  }
  const { status, errorCode, userMessage, userParams = [], details = [] } = result.failure;
  throw new ApiProblem(status, errorCode, userMessage, {
    params: Object.fromEntries(userParams.map(({ key, value }) => [key, value])),
    details: details as unknown as JsonObject[],
  });
}

async function execute(call: Call): Promise<Reply> {
  const action = call.the('dataAction');
  const { result } = await carriedOut(call, action);
  return answered(call, result);
}

async function test(call: Call, kind: 'dataAction' | 'actionDraft'): Promise<JsonObject> {
  const { operations, success, error, finalResult } = await carriedOut(call, call.the(kind));
  return {
    operations: operations as unknown as JsonObject[],
    success,
    ...(error === undefined ? {} : { error: { message: error, code: 'bad.request', status: 400 } }),
    ...(finalResult === undefined ? {} : { finalResult }),
  };
}

export const dataActionExecutionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/:id/execute`,
    does: 'carries a data action out and answers its result; `flatten=true` as Architect sees it',
    permission,
    answers: [200, 404],
    certainty: 'documented',
    note: 'What fails is answered with the status and code of the failure (assumed).',
    lives: true,
    handle: execute,
  },
  {
    method: 'POST',
    path: `${path}/:id/test`,
    does: 'carries a data action out and tells every step',
    permission,
    answers: [200, 404],
    certainty: 'documented',
    note: 'The names of the steps are ours.',
    lives: true,
    handle: (call) => test(call, 'dataAction'),
  },
  {
    method: 'POST',
    path: `${path}/:id/draft/test`,
    does: 'carries the draft of a data action out and tells every step',
    permission,
    answers: [200, 404],
    certainty: 'documented',
    note: 'The names of the steps are ours.',
    lives: true,
    handle: (call) => test(call, 'actionDraft'),
  },
];

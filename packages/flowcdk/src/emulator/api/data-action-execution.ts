import type { DataActionFailure, DataActionResult, Step, Tested } from '../runtime/data-actions/data-action-runner';
import { begin } from '../runtime/steps';
import { isObject, type Json, type JsonObject } from '../state/json';
import type { ActionDraft } from '../state/tables/data-action';
import type { Call } from './call';
import { ApiProblem, wrongBody } from './refusals';
import { Reply, type Route } from './route';

const path = '/api/v2/integrations/actions';
const permission = 'integrations:action:execute';

function inputsIn({ parts: { body } }: Call): JsonObject {
  if (body === undefined) return {};
  if (isObject(body)) return body;
  throw wrongBody([{ field: '', message: 'The request body must be a JSON object: the input of the data action' }]);
}

/** Runs a data action and records every step. */
const carriedOut = (call: Call, action: ActionDraft): Promise<Tested> =>
  new Promise((resolve, reject) => {
    begin(call.runtime.dataActions.test(action, inputsIn(call)), (ended) => {
      if ('value' in ended) resolve(ended.value);
      else reject('error' in ended ? (ended.error as Error) : new Error('the data action was stopped'));
    });
  });

/** The result in the shape of the contract, or flattened as Architect sees it. */
const resultIn = (call: Call, { result, outputs }: Extract<DataActionResult, { outcome: 'success' }>): Json =>
  call.query('flatten') === 'true' ? Object.fromEntries(outputs) : result;

/** Answers with the result. A failure becomes an error of the API. */
function answered(call: Call, result: DataActionResult): Reply {
  if (result.outcome === 'success') return new Reply(200, resultIn(call, result));
  const { status, errorCode, userMessage, userParams = [], details = [] } = result.failure;
  throw new ApiProblem(status, errorCode, userMessage, {
    params: Object.fromEntries(userParams.map(({ key, value }) => [key, value])),
    details: details as unknown as JsonObject[],
  });
}

/** Runs a data action as a flow does: within the limits of the org, and with events in the log. */
async function execute(call: Call): Promise<Reply> {
  const { id: actionId } = call.the('dataAction');
  const inputs = inputsIn(call);
  const result = await new Promise<DataActionResult>((resolve) => {
    call.runtime.dataActions.execute({ actionId, inputs, place: {} })(resolve);
  });
  return answered(call, result);
}

async function test(call: Call, kind: 'dataAction' | 'actionDraft'): Promise<JsonObject> {
  const { operations, success, result } = await carriedOut(call, call.the(kind));
  return {
    operations: operations.map(operationOf),
    success,
    ...(result.outcome === 'success' ? { finalResult: resultIn(call, result) } : { error: errorOf(result.failure) }),
  };
}

/** A step of a test. Steps are numbered (documented form); `warning` is an addition of the local org. */
const operationOf = ({ step: name, success, result, error, warning }: Step, i: number): JsonObject => ({
  step: i + 1,
  name,
  success,
  ...(result === undefined ? {} : { result }),
  ...(error === undefined ? {} : { error: { message: error } }),
  ...(warning === undefined ? {} : { warning }),
});

const errorOf = ({ status, errorCode, userMessage, correlationId }: DataActionFailure): JsonObject => ({
  message: userMessage,
  code: errorCode,
  status,
  contextId: correlationId,
});

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
    takesTime: true,
    handle: execute,
  },
  {
    method: 'POST',
    path: `${path}/:id/test`,
    does: 'carries a data action out and tells every step; `flatten=true` gives the result as Architect sees it',
    permission,
    answers: [200, 404],
    certainty: 'documented',
    note: 'The names of the steps are ours.',
    lives: true,
    takesTime: true,
    handle: (call) => test(call, 'dataAction'),
  },
  {
    method: 'POST',
    path: `${path}/:id/draft/test`,
    does: 'carries the draft of a data action out and tells every step; `flatten=true` gives the result as Architect sees it',
    permission,
    answers: [200, 404],
    certainty: 'documented',
    note: 'The names of the steps are ours.',
    lives: true,
    takesTime: true,
    handle: (call) => test(call, 'actionDraft'),
  },
];

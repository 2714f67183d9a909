import { CannotLaunch } from '../runtime/flow/cannot-launch';
import type { Execution } from '../runtime/flow/executions';
import type { JsonObject } from '../state/json';
import type { Call } from './call';
import { ApiProblem, notThere, wrongValue } from './refusals';
import type { Route } from './route';
import { anyObject, required, text } from '../state/shape';

const path = '/api/v2/flows/executions';

const version = ({ flowId, version: name }: Execution): JsonObject => ({
  id: name,
  name,
  selfUri: `/api/v2/flows/${flowId}/versions/${name}`,
});

/** An execution as the API shows it (documented). It has outputs only when it has completed. */
export function shownExecution(execution: Execution): JsonObject {
  const { id, name, status, launchedAt, completedAt, completionReason, problem, outputs, conversationId } = execution;
  return {
    id,
    name,
    flowVersion: version(execution),
    dateLaunched: new Date(launchedAt).toISOString(),
    status,
    ...(completedAt === undefined ? {} : { dateCompleted: new Date(completedAt).toISOString() }),
    ...(completionReason === undefined ? {} : { completionReason }),
    ...(problem === undefined ? {} : { flowErrorInfo: { message: problem, code: 'flow.error', status: 500 } }),
    ...(status === 'COMPLETED' && outputs ? { outputData: outputs } : {}),
    ...(conversationId === undefined ? {} : { conversation: { id: conversationId } }),
    selfUri: `${path}/${id}`,
  };
}

const launchBody = {
  flowId: required(text(256)),
  flowVersion: text(256),
  inputData: anyObject,
  name: text(256),
};

function launch(call: Call): JsonObject {
  const { flowId, flowVersion, inputData = {}, name } = call.object(launchBody);
  try {
    const execution = call.runtime.executions.launch({
      flowId,
      inputData,
      ...(flowVersion === undefined || flowVersion === '' ? {} : { flowVersion }),
      ...(name === undefined ? {} : { name }),
    });
    const { id } = execution;
    return { id, name: execution.name, flowVersion: version(execution), selfUri: `${path}/${id}` };
  } catch (problem) {
    if (!(problem instanceof CannotLaunch)) throw problem;
    throw problem.why === 'noFlow' ? new ApiProblem(404, 'not.found', problem.message) : wrongValue(problem.message);
  }
}

export const flowExecutionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path,
    does: 'launches a workflow and answers when it has started',
    permission: 'architect:flow:launch',
    answers: [200, 404],
    certainty: 'documented',
    note: 'Inputs that the workflow does not have, or of another type, are refused (assumed).',
    handle: launch,
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    does: 'tells how far a launched workflow is, and what it gave',
    permission: 'architect:flowExecution:view',
    answers: [200, 404],
    certainty: 'documented',
    note: 'A workflow that broke is FAILED (assumed: ERROR is the other word of the API).',
    handle: (call) => {
      const execution = call.runtime.executions.get(call.param('id'));
      if (!execution) throw notThere('flow execution', call.param('id'));
      return shownExecution(execution);
    },
  },
];

import { asking, newerFunc, overload, param, type FunctionDeclaration } from '../declaration';
import { Failure } from '../expression-error';
import { ObjectValue, type ReferenceValue } from '../values';

function estimatedWaitTime(name: string): FunctionDeclaration {
  return newerFunc(name, 'routing', 'The estimated wait time in a queue; NOT_SET if there is no estimate.', [
    asking([param('queue', 'queue')], 'duration', ({ org }, queue) => org.estimatedWaitTime(queue, null) ?? null),
    asking(
      [param('queue', 'queue'), param('mediaType?', 'string')],
      'duration',
      ({ org }, queue, media) => org.estimatedWaitTime(queue, media) ?? null,
    ),
  ]);
}

export const routing: readonly FunctionDeclaration[] = [
  estimatedWaitTime('GetQueueEstimatedWaitTime'),
  newerFunc('FindQueueEstimatedWaitTime', 'routing', 'The estimated wait time in the queue of that name.', [
    asking([param('queueName', 'string')], 'duration', ({ org }, name) => {
      const queue = org.findByName('queue', name);
      return queue === undefined ? null : (org.estimatedWaitTime(queue, null) ?? null);
    }),
    asking([param('queueName', 'string'), param('mediaType?', 'string')], 'duration', ({ org }, name, media) => {
      const queue = org.findByName('queue', name);
      return queue === undefined ? null : (org.estimatedWaitTime(queue, media) ?? null);
    }),
  ]),
  newerFunc('MakeAgentScorePair', 'routing', 'A preferred agent and a score from 0 to 100.', [
    overload([param('agent', 'user'), param('score', 'integer')], 'agentScorePair', pair),
  ]),
  newerFunc('MakeListAgentScorePair', 'routing', 'Preferred agents, each with the score at the same place.', [
    overload([param('agents', 'user[]'), param('scores', 'integer[]')], 'agentScorePair[]', (agents, scores) => {
      if (agents.length !== scores.length) {
        throw new Failure(`there are ${agents.length} agents and ${scores.length} scores, there must be as many`);
      }
      return agents.map((agent, index) => pair(agent, scores[index] ?? null));
    }),
  ]),
];

function pair(user: ReferenceValue | null, score: number | null): ObjectValue {
  return new ObjectValue('agentScorePair', { user, score });
}

import { CannotSteer } from '../../runtime/conversation/cannot-steer';
import { wrapupCodeNamed } from '../../runtime/conversation/wrap-up';
import type { AgentBehaviour, TransferTarget } from '../../runtime/settings';
import { type JsonObject, pick } from '../../state/json';
import type { Entity } from '../../state/org';
import type { Call } from '../call';
import { page } from '../paging';
import { ApiProblem, notNamed, notThere, wrongBody } from '../refusals';
import type { Route } from '../route';
import { oneOf, required, text, whole, yesNo } from '../../state/shape';
import { conversationOf, legOf, path as calls, shownCall } from './calls';
import { ownRoute } from './own-route';

const path = '/flowcdk/agents';
const DAY = 86_400_000;

const wrapUpBody = { code: required(text(256, 1)), notes: text() };
const transferBody = {
  queueId: text(256, 1),
  priority: whole(-25_000_000, 25_000_000),
  userId: text(256, 1),
  number: text(100, 1),
};

/** The steps of an agent, by their names in the path. A request makes the agent do one at once. */
const steps: Readonly<Record<string, (call: Call, conversationId: string) => void>> = {
  answer: ({ runtime }, id) => runtime.acd.answer(id),
  decline: ({ runtime }, id) => runtime.acd.decline(id),
  hold: ({ runtime }, id) => runtime.acd.talks.hold(id),
  resume: ({ runtime }, id) => runtime.acd.talks.resume(id),
  transfer: (call, id) => call.runtime.acd.talks.transfer(id, targetIn(call)),
  hangup: ({ runtime }, id) => runtime.acd.talks.hangUp(id),
  requestwrapup: ({ runtime }, id) => runtime.acd.talks.requestWrapUp(id),
  wrapup: (call, id) => {
    const { code, notes } = call.only(wrapUpBody);
    call.runtime.acd.talks.wrapUp(id, code, notes ?? '');
  },
};

/** The target of a transfer: a queue, a user or a number. */
function targetIn(call: Call): TransferTarget {
  const { queueId: queue, priority, userId: user, number: dialled } = call.only(transferBody);
  if ([queue, user, dialled].filter((target) => target !== undefined).length !== 1) {
    throw wrongBody([{ field: '', message: 'A call is sent to one of queueId (with a priority), userId and number' }]);
  }
  if (queue !== undefined) {
    return { queueId: queue, ...(priority === undefined ? {} : { priority }) };
  }
  return user === undefined ? { number: dialled ?? '' } : { userId: user };
}

function steer(call: Call): JsonObject {
  const name = call.param('step').toLowerCase();
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) throw notThere('step of an agent', `${name}; there are ${Object.keys(steps).join(', ')}`);
  const conversation = conversationOf(call);
  steered(() => step(call, conversation.id));
  return shownCall(conversation);
}

function steered(work: () => void): void {
  try {
    work();
  } catch (problem) {
    if (problem instanceof CannotSteer) throw new ApiProblem(409, 'conflict', sentence(problem.message));
    throw problem;
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const behaviourBody = {
  answersAfter: required(whole(0, DAY)),
  rings: whole(0, DAY),
  unanswered: whole(0, 100),
  talksFor: required(whole(0, DAY)),
  hangsUp: oneOf('agent', 'caller'),
  wrapsUpIn: required(whole(0, DAY)),
  wrapUp: text(256, 1),
  notes: text(),
  agentId: text(256, 1),
  dialsAfter: whole(0, DAY),
  tries: whole(1, 100),
  triesAgainAfter: whole(0, DAY),
  wrapUpNotReached: text(256, 1),
};

/** Sets what agents do by themselves from now on. */
function behave(call: Call): JsonObject {
  const conversation = conversationOf(call);
  legOf(call, conversation);
  const sent = call.only(behaviourBody);
  const { agentId, wrapUp, wrapUpNotReached } = sent;
  for (const code of [wrapUp, wrapUpNotReached]) {
    if (code === undefined || wrapupCodeNamed(call.org, code)) continue;
    const names = call.org.all('wrapupCode').map(({ name }) => name);
    throw notNamed('wrap-up code', code, names);
  }
  if (typeof agentId === 'string' && !call.org.get('user', agentId)) throw notThere('user', agentId);
  const behaviour = pick(sent, Object.keys(behaviourBody)) as unknown as AgentBehaviour;
  steered(() => call.runtime.acd.behaviours.set(conversation.id, behaviour));
  return shownCall(conversation);
}

const shownAgent = (call: Call, user: Entity): JsonObject => ({
  id: user.id,
  name: user['name'],
  state: call.runtime.acd.agents.state(user.id),
  selfUri: `${path}/${user.id}`,
});

const queueBody = { onQueue: required(yesNo) };

function goOnQueue(call: Call): JsonObject {
  const user = call.the('user');
  const { onQueue } = call.only(queueBody);
  const { agents } = call.runtime.acd;
  if (agents.isBusy(user.id)) {
    throw new ApiProblem(409, 'conflict', `${user.name} is busy with a call (${agents.state(user.id)}).`);
  }
  if (onQueue === true) agents.goOnQueue(user.id);
  else agents.goOffQueue(user.id);
  return shownAgent(call, user);
}

/** The routes that steer the agents of queues: a behaviour they follow by themselves, or single steps. */
export const agentRoutes: readonly Route[] = [
  ownRoute({
    method: 'POST',
    path: `${calls}/:id/agent/:step`,
    does:
      'lets the agent answer, decline, hold, resume, transfer (to one of `queueId`, `userId`, `number`), hangup, ' +
      'requestWrapUp or wrapup (with `code` and `notes`)',
    answers: [200, 404, 409],
    handle: steer,
  }),
  ownRoute({
    method: 'PUT',
    path: `${calls}/:id/agents`,
    does: 'tells what the agents of a call do by themselves, in milliseconds; before the call waits, or while it lasts; with a callback also when they call (`dialsAfter`), how often (`tries`) how much later again (`triesAgainAfter`), and the code where nobody was reached (`wrapUpNotReached`)',
    answers: [200, 404, 409],
    body: behaviourBody,
    handle: behave,
  }),
  ownRoute({
    method: 'GET',
    path,
    does: 'lists the users of the org and what they do as agents',
    answers: [200],
    handle: (call) => {
      const part = page(call, call.org.all('user'), path);
      return { ...part, entities: part.entities.map((user) => shownAgent(call, user)) };
    },
  }),
  ownRoute({
    method: 'GET',
    path: `${path}/:id`,
    does: 'tells what a user does as an agent',
    answers: [200, 404],
    handle: (call) => shownAgent(call, call.the('user')),
  }),
  ownRoute({
    method: 'PUT',
    path: `${path}/:id`,
    does: 'lets a user go on or off queue; who is on queue is alerted by the next call that fits',
    answers: [200, 404, 409],
    body: queueBody,
    handle: goOnQueue,
  }),
];

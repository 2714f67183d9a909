import type { Conversation } from '../../runtime/conversation/conversation';
import { CannotSteer } from '../../runtime/conversation/cannot-steer';
import { type JsonObject, textOf } from '../../state/json';
import type { Call } from '../call';
import { ApiProblem, notThere } from '../problems';
import { Reply, type Route } from '../route';
import { required, text } from '../shape';
import { ownRoute } from './own-route';

const path = '/flowcdk/calls';

const badCall = (message: string): ApiProblem => new ApiProblem(409, 'conflict', message);

function place(call: Call): Reply {
  const { from, to, name } = call.object({ from: required(text(100, 1)), to: required(text(100, 1)), name: text(100) });
  const calls = call.runtime.calls;
  const placed = calls.place({
    from: textOf(from) ?? '',
    to: textOf(to) ?? '',
    ...(typeof name === 'string' ? { name } : {}),
  });
  if (placed) return new Reply(201, shown(placed.conversation));
  throw new ApiProblem(
    404,
    'not.found',
    `Nobody answers ${textOf(to) ?? ''}: no call route with an open flow has this number.`,
  );
}

function conversationOf(call: Call): Conversation {
  const id = call.param('id');
  const conversation = call.runtime.conversations.get(id);
  if (!conversation) throw notThere('call', id);
  return conversation;
}

function shown(conversation: Conversation): JsonObject {
  const { id, from, to, endedAt } = conversation;
  return { id, from, to, ended: endedAt !== undefined, selfUri: `${path}/${id}` };
}

function press(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const { digits } = call.object({ digits: required(text(100, 1)) });
  const keys = textOf(digits) ?? '';
  if (!/^[0-9*#]+$/.test(keys)) {
    const message = `digits: '${keys}' are no keys of a telephone; those are 0 to 9, * and #`;
    throw new ApiProblem(400, 'bad.request', message);
  }
  const leg = call.runtime.calls.legOf(conversation.id);
  if (!leg) throw badCall('The call is over; nobody can press a key any more.');
  leg.line.press(keys);
  return shown(conversation);
}

function hangUp(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const leg = call.runtime.calls.legOf(conversation.id);
  if (leg) call.runtime.calls.end(leg, 'caller');
  return shown(conversation);
}

/** What an agent can be told to do with a call. */
const steps: Readonly<Record<string, (call: Call, conversationId: string) => void>> = {
  answer: ({ runtime }, id) => runtime.acd.answer(id),
  decline: ({ runtime }, id) => runtime.acd.decline(id),
  hold: ({ runtime }, id) => runtime.acd.hold(id),
  resume: ({ runtime }, id) => runtime.acd.resume(id),
  hangup: ({ runtime }, id) => runtime.acd.hangUp(id),
  wrapup: (call, id) => {
    const { code, notes } = call.object({ code: required(text(256, 1)), notes: text() });
    call.runtime.acd.wrapUp(id, textOf(code) ?? '', textOf(notes) ?? '');
  },
};

function steer(call: Call): JsonObject {
  const wanted = call.param('step').toLowerCase();
  const step = Object.hasOwn(steps, wanted) ? steps[wanted] : undefined;
  if (!step) throw notThere('step of an agent', `${wanted}; there are ${Object.keys(steps).join(', ')}`);
  const conversation = conversationOf(call);
  try {
    step(call, conversation.id);
  } catch (problem) {
    if (problem instanceof CannotSteer) throw badCall(problem.message);
    throw problem;
  }
  return shown(conversation);
}

export const callRoutes: readonly Route[] = [
  ownRoute({ method: 'POST', path, does: 'places a call to a number of the org', answers: [201, 404], handle: place }),
  ownRoute({
    method: 'GET',
    path: `${path}/:id`,
    does: 'tells of a call',
    answers: [200, 404],
    handle: (call) => shown(conversationOf(call)),
  }),
  ownRoute({
    method: 'POST',
    path: `${path}/:id/press`,
    does: 'presses keys of the caller’s telephone',
    answers: [200, 404, 409],
    handle: press,
  }),
  ownRoute({
    method: 'POST',
    path: `${path}/:id/hangup`,
    does: 'hangs up, as the caller',
    answers: [200, 404],
    handle: hangUp,
  }),
  ownRoute({
    method: 'POST',
    path: `${path}/:id/agent/:step`,
    does: 'lets the agent answer, decline, hold, resume, hangup or wrapup (with {code, notes})',
    answers: [200, 404, 409],
    handle: steer,
  }),
];

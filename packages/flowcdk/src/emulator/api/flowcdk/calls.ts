import type { Conversation } from '../../runtime/conversation/conversation';
import type { CallLeg } from '../../runtime/conversation/call-leg';
import type { JsonObject } from '../../state/json';
import type { Call } from '../call';
import { ApiProblem, notThere } from '../refusals';
import { Reply, type Route } from '../route';
import { required, text, whole } from '../../state/shape';
import { ownRoute } from './own-route';
import { areKeys } from '../../runtime/telephone-keys';

export const path = '/flowcdk/calls';
const LONGEST_SPEECH = 600_000;

const callBody = {
  from: required(text(100, 1)),
  to: required(text(100, 1)),
  name: text(100),
  uuiData: text(1_000),
};
const keysBody = { digits: required(text(100, 1)) };
const speechBody = { milliseconds: required(whole(1, LONGEST_SPEECH)) };

function place(call: Call): Reply {
  const { from, to, name, uuiData } = call.only(callBody);
  const placed = call.runtime.calls.place({
    from,
    to,
    ...(name === undefined ? {} : { name }),
    ...(uuiData === undefined ? {} : { uuiData }),
  });
  if (placed) return new Reply(201, shownCall(placed.conversation));
  throw new ApiProblem(404, 'not.found', `Nobody answers ${to}: no call route with an open flow has this number.`);
}

export function conversationOf(call: Call): Conversation {
  const id = call.param('id');
  const conversation = call.runtime.conversations.get(id);
  if (!conversation) throw notThere('call', id);
  return conversation;
}

export function shownCall(conversation: Conversation): JsonObject {
  const { id, from, to, endedAt } = conversation;
  return { id, from, to, ended: endedAt !== undefined, selfUri: `${path}/${id}` };
}

/** The caller's leg of a call that is going on. */
export function legOf(call: Call, { id }: Conversation): CallLeg {
  const leg = call.runtime.calls.legOf(id);
  if (!leg) throw new ApiProblem(409, 'conflict', 'The call is over: nobody is at the telephone any more.');
  return leg;
}

function press(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const { digits: keys } = call.only(keysBody);
  if (!areKeys(keys)) {
    const message = `digits: '${keys}' are no keys of a telephone; those are 0 to 9, * and #`;
    throw new ApiProblem(400, 'bad.request', message);
  }
  legOf(call, conversation).line.press(keys);
  return shownCall(conversation);
}

function speak(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const { milliseconds } = call.only(speechBody);
  legOf(call, conversation).line.speak(milliseconds);
  return shownCall(conversation);
}

function hangUp(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const leg = call.runtime.calls.legOf(conversation.id);
  if (leg) call.runtime.calls.end(leg, 'caller');
  return shownCall(conversation);
}

/** The routes of a caller with a telephone. */
export const callRoutes: readonly Route[] = [
  ownRoute({
    method: 'POST',
    path,
    does: 'places a call to a number of the org',
    answers: [201, 404],
    body: callBody,
    handle: place,
  }),
  ownRoute({
    method: 'GET',
    path: `${path}/:id`,
    does: 'tells of a call',
    answers: [200, 404],
    handle: (call) => shownCall(conversationOf(call)),
  }),
  ownRoute({
    method: 'POST',
    path: `${path}/:id/press`,
    does: 'presses keys of the caller’s telephone',
    answers: [200, 404, 409],
    body: keysBody,
    handle: press,
  }),
  ownRoute({
    method: 'POST',
    path: `${path}/:id/speak`,
    does: 'says something for so many milliseconds, as the caller; nobody understands it, but it is no silence',
    answers: [200, 404, 409],
    body: speechBody,
    handle: speak,
  }),
  ownRoute({
    method: 'POST',
    path: `${path}/:id/hangup`,
    does: 'hangs up, as the caller',
    answers: [200, 404],
    handle: hangUp,
  }),
];

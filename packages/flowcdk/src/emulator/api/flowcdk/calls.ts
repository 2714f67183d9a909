import type { DialCall } from '../../runtime/conversation/calls';
import { CannotSteer } from '../../runtime/conversation/cannot-steer';
import type { Conversation } from '../../runtime/conversation/conversation';
import type { CallLeg } from '../../runtime/conversation/call-leg';
import type { PlacedCall } from '../../runtime/conversation/placed-call';
import type { JsonObject } from '../../state/json';
import type { Call } from '../call';
import { ApiProblem, notThere, wrongBody } from '../refusals';
import { Reply, type Route } from '../route';
import { mapOf, required, text, whole } from '../../state/shape';
import { ownRoute } from './own-route';
import { areKeys } from '../../runtime/telephone-keys';

export const path = '/flowcdk/calls';
const LONGEST_SPEECH = 600_000;

const callBody = {
  from: required(text(100, 1)),
  to: required(text(100, 1)),
  name: text(100),
  uuiData: text(1_000),
  sipHeaders: mapOf(text(1_000)),
  // These are for a call that the org makes.
  flow: text(256, 1),
  contact: mapOf(text(10_000)),
  contactId: text(256, 1),
  campaign: text(256, 1),
};
const keysBody = { digits: required(text(100, 1)) };
const speechBody = { milliseconds: required(whole(1, LONGEST_SPEECH)) };

/** Places a call to the org; with a `flow` the org calls, and `to` is the person who answers. */
function place(call: Call): Reply {
  const { from, to, name, uuiData, sipHeaders, flow, ...campaign } = call.only(callBody);
  if (flow !== undefined) {
    for (const [field, value] of Object.entries({ uuiData, sipHeaders }))
      if (value !== undefined) throw onlyFor(field, 'a call to the org; leave flow out');
    return new Reply(201, shownCall(dialled(call, { flow, from, to, name, ...campaign }).conversation));
  }
  const [without] = Object.keys(campaign);
  if (without !== undefined) throw onlyFor(without, 'a call that the org makes; name its flow, too');
  const placed = call.runtime.calls.place({
    from,
    to,
    ...(name === undefined ? {} : { name }),
    ...(uuiData === undefined ? {} : { uuiData }),
    ...(sipHeaders === undefined ? {} : { sipHeaders }),
  });
  if (placed) return new Reply(201, shownCall(placed.conversation));
  throw new ApiProblem(404, 'not.found', `Nobody answers ${to}: no call route with an open flow has this number.`);
}

const onlyFor = (field: string, call: string): ApiProblem => wrongBody([{ field, message: `${field} is for ${call}` }]);

function dialled({ runtime }: Call, how: DialCall): PlacedCall {
  try {
    return runtime.calls.dial(how);
  } catch (problem) {
    if (problem instanceof CannotSteer) throw new ApiProblem(404, 'not.found', `${problem.message}.`);
    throw problem;
  }
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
    does: 'places a call to a number of the org; with the `flow` of an outbound call, the org calls `to`, and `contact` has the values of their row in the contact list',
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

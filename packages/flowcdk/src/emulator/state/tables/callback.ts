import { anyObject, listOf, mapOf, object, oneOf, required, text, whole, yesNo } from '../shape';
import type { RecordWithId } from '../record';

/** How a callback stands. */
const callbackState = oneOf('scheduled', 'waiting', 'dialing', 'talking', 'ended');

/** How a call to the customer went. */
const attempt = object({
  /** ISO 8601, UTC. */
  at: required(text(40)),
  outcome: required(oneOf('answered', 'busy', 'noAnswer', 'cutOff')),
  agentId: text(256),
  agentName: text(256),
});

/** A call that an agent of a queue makes for a customer, now or later. Its id is the id of its conversation. */
export const callback = {
  /** The id that `callbackIdentifiers` has. */
  callbackId: required(text(256)),
  queueId: required(text(256)),
  /** As somebody sent them, the first one is called. */
  callbackNumbers: required(listOf(text(256), 10)),
  callbackUserName: text(256),
  /** ISO 8601, UTC. Absent: as soon as possible. */
  callbackScheduledTime: text(40),
  countryCode: text(10),
  scriptId: text(256),
  callerId: text(256),
  callerIdName: text(256),
  /** The attributes of the customer. */
  data: mapOf(text(100_000)),
  /** Priority, skills, language and preferred agents. */
  routing: required(
    object({
      priority: required(whole()),
      skillIds: listOf(text(256)),
      languageId: text(256),
      preferredAgents: listOf(object({ userId: required(text(256)), score: required(whole()) })),
      directAgentId: text(256),
    }),
  ),
  /** What the agent sees with the callback. */
  script: object({ script: required(text()), inputs: required(anyObject) }),
  /** The conversation from which the callback came. */
  origin: text(256),
  state: required(callbackState),
  attempts: required(listOf(attempt)),
  outcome: oneOf('reached', 'notReached', 'cancelled'),
  validateCallbackNumbers: yesNo,
  /** ISO 8601, UTC. */
  dateCreated: required(text(40)),
  dateEnded: text(40),
};

export type CallbackRecord = RecordWithId<typeof callback>;

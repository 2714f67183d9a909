import { PhoneNumberValue, type } from '../../../architect/expressions';
import type { ActionNode } from '../../../architect/actions';
import type { ValueNode } from '../../../architect/values';
import type { Run, RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { AUDIO, QUEUE, STRING } from '../flow/types';
import { toMailbox } from '../voice/mailbox';
import { isFailure, target, transferCall } from '../voice/transfer';

const USER = type('user');
const GROUP = type('group');
const PHONE_NUMBER = type('phoneNumber');

/** Lets the caller leave a message for a queue, a user or a group. */
export const transferToVoicemail: RunAction<'transferToVoicemail'> = function* (action, run) {
  const { kind, entity, callback } = destinationOf(run, action.destination);
  const greeting = greetingOf(action.destination);
  const spoken = greeting && run.value(greeting, AUDIO);
  return yield* transferCall(run, action, function* () {
    return isFailure(entity) ? entity : toMailbox(run, { kind, entity }, spoken, callback);
  });
};

type Destination = ActionNode<'transferToVoicemail'>['destination'];

const greetingOf = (destination: Destination): ValueNode | undefined => destination?.content.voicemailGreeting;

function destinationOf(run: Run, destination: Destination) {
  switch (destination?.kind) {
    case 'user':
      return { kind: 'user' as const, entity: target(run, destination.content.targetUser, USER, 'user') };
    case 'group':
      return { kind: 'group' as const, entity: target(run, destination.content.targetGroup, GROUP, 'group') };
    default: {
      const { targetQueue, callbackNumber, calleeName } = destination?.content ?? {};
      const number = run.value(callbackNumber, PHONE_NUMBER);
      const callee = run.text(calleeName, STRING);
      return {
        kind: 'queue' as const,
        entity: target(run, targetQueue, QUEUE, 'queue'),
        callback: {
          // If the flow names no number, the callback uses the caller's number (documented by the builder's source).
          number: number instanceof PhoneNumberValue ? number.parts.uri : onCall(run).conversation.from,
          ...(callee === undefined ? {} : { calleeName: callee }),
        },
      };
    }
  }
}

import { audio, choice, required, struct, value } from './forms';

const voicemailGreeting = audio;

/** Whose voicemail a call is sent to, as actions and menu choices say it. */
export const voicemailDestination = required(
  choice({
    queue: struct({
      targetQueue: required(value('queue')),
      callbackNumber: value('phoneNumber'),
      calleeName: value('string'),
      voicemailGreeting,
    }),
    user: struct({ targetUser: required(value('user')), voicemailGreeting }),
    group: struct({ targetGroup: required(value('group')), voicemailGreeting }),
  }),
);

import { audio, choice, required, struct, value } from './forms';

const voicemailGreeting = audio;

/** The destination of a transfer to voicemail, in the form of actions and menu choices. */
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

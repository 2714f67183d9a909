import {
  builtIn,
  collectInput,
  createCallback,
  decision,
  disconnect,
  exp,
  holdMusic,
  inqueueCall,
  type PhoneNumber,
  playAudio,
  playPositionInQueue,
  type Queue,
  seconds,
  string,
} from 'flowcdk';

const theirNumber = exp<PhoneNumber>`ToPhoneNumber(${builtIn('Call.Ani')})`;

/** What callers hear while they wait for a mechanic, again and again: their position, an offer, music. */
export const waiting = inqueueCall({
  name: 'reception-waiting',
  description: 'Says the position in the queue and offers to call back',
  taskVariables: { pressed: string() },
  actions: ({ pressed }) => [
    playPositionInQueue('Say the position', { playbackMode: 'ahead' }),
    decision('Is it a number to call back?', exp<boolean>`IsSet(${theirNumber}) and ${theirNumber}.isTel`, {
      yes: [
        collectInput('Offer to call back', {
          inputData: pressed,
          digits: 1,
          inputAudio: 'If you would rather be called back, press 1.',
          noEntryTimeout: seconds(4),
          onSuccess: [
            decision('Do they want that?', exp<boolean>`${pressed} == "1"`, {
              yes: [
                createCallback('Call them back', {
                  callbackNumber: theirNumber,
                  queue: builtIn<Queue>('Call.CurrentQueue'),
                }),
                playAudio('Promise it', 'We will call you back. Goodbye.'),
                disconnect(),
              ],
            }),
          ],
        }),
      ],
    }),
    holdMusic('Half a minute of music', { duration: seconds(30) }),
  ],
});

import { disconnect, inboundCall, playAudio, task } from 'flowcdk';

/** Says hello and hangs up. */
export const hello = inboundCall({
  name: 'hello',
  startUp: () => task('Hello', [playAudio('Say hello', 'Hello, and thank you for calling.'), disconnect()]),
});

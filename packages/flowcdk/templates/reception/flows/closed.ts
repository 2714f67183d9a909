import { disconnect, inboundCall, task } from 'flowcdk';

/** Answers calls outside the opening hours and on holidays. */
export const closed = inboundCall({
  name: 'reception-closed',
  description: 'Says that the workshop is closed',
  initialGreeting: 'Thank you for calling the bicycle workshop. We are closed at the moment. Please call again.',
  startUp: () => task('Closed', [disconnect('Goodbye')]),
});

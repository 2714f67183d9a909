import type { LocalOrg, TestCall } from '../testing';
import { onKeys } from './keys-on-terminal';
import { print, styleFor } from './output';

/** Real seconds pass, and everything the caller hears is printed when it is said. */
export async function onTerminal(org: LocalOrg, call: TestCall): Promise<void> {
  const [{ afterwards }, { printHeard }] = await Promise.all([import('../testing/one-call'), import('./call-story')]);
  const style = styleFor(process.stdout);
  print(style.quiet('Keys 0 to 9, * and # are pressed, h hangs up.'));
  const stop = org.runtime.log.listen((event) => {
    if (event.conversationId === call.conversationId) printHeard(event, style);
  });
  const close = onKeys((key) => {
    if (call.ended) return;
    if (key === 'h') call.hangsUp();
    else call.presses(key);
  });
  // Prints what was said while the call was placed.
  for (const event of call.events) printHeard(event, style);
  try {
    const [began, from] = [Date.now(), org.clock.now()];
    while (!call.ended) {
      await org.clock.run(() => call.ended, from + Date.now() - began);
      await new Promise((done) => setTimeout(done, TICK));
    }
  } finally {
    close();
    stop();
  }
  await afterwards(org);
}

const TICK = 50;

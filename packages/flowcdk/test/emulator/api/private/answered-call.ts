import { analyticsRoutes } from '../../../../src/emulator/api/analytics';
import { conversationRoutingRoutes } from '../../../../src/emulator/api/conversation-routing';
import { callTo, pass } from '../../runtime/private/calls';
import { livingOrg, type LivingOrgOptions } from '../../runtime/private/living-org';
import { asker } from '../../runtime/private/ask';

/**
 * A call on the Monday of the tests: it enters the queue Support at noon, rings at Ada after 8 s and is answered after
 * 10 s. The caller is on hold from second 20 to 25. Ada hangs up after 40 s and wraps up 5 s later. Nothing of that has
 * happened yet: `pass` lets it.
 */
export function answeredCall(options: LivingOrgOptions = {}) {
  const org = livingOrg(options);
  const ada = org.put('user', { name: 'Ada' });
  const code = org.put('wrapupCode', { name: 'Resolved' });
  const french = org.put('skill', { name: 'French' });
  const queue = org.put('queue', {
    name: 'Support',
    members: [{ id: ada.id, ringNumber: 1 }],
    mediaSettings: { call: { serviceLevel: { percentage: 0.9, durationMs: 5_000 } } },
  });
  const placed = callTo(org, {
    actions: ['- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, priority: { lit: 3 } }'],
  });
  const { acd } = org.runtime;
  const { id } = placed.conversation;
  org.clock.after(8_000, () => acd.agents.goOnQueue(ada.id));
  org.clock.after(10_000, () => acd.answer(id));
  org.clock.after(20_000, () => acd.talks.hold(id));
  org.clock.after(25_000, () => acd.talks.resume(id));
  org.clock.after(40_000, () => acd.talks.hangUp(id));
  org.clock.after(45_000, () => acd.talks.wrapUp(id, 'Resolved', 'fine'));
  const ask = asker([...conversationRoutingRoutes, ...analyticsRoutes], org.org, org.runtime);
  return { org, placed, ada, code, french, queue, id, ask, acd, passes: (seconds: number) => pass(org, seconds) };
}

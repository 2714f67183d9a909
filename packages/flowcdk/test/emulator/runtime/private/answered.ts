import { callTo, type LivingOrg, pass } from './calls';
import { livingOrg } from './living-org';

/** A call on which a flow does something before an agent, Ada, answers it. */
export function answeredAfter(action: string): LivingOrg {
  const org = livingOrg();
  const ada = org.put('user', { name: 'Ada' });
  org.put('queue', { name: 'Support', members: [{ id: ada.id, ringNumber: 1 }] });
  org.runtime.acd.agents.goOnQueue(ada.id);
  const placed = callTo(org, {
    variables: ['customer'],
    actions: [
      '- updateData: { name: Who, statements: [{ string: { variable: Flow.customer, value: { lit: Ada Lambert } } }] }',
      action,
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }',
    ],
  });
  pass(org, 1);
  org.runtime.acd.answer(placed.conversation.id);
  return org;
}

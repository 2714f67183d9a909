import { call, callFlowOf, inQueueFlowOf, LINE, pass } from './calls';
import { livingOrg } from './living-org';

/** What an in-queue flow says with one action, where the queue's calls waited so many seconds before. */
export function saidBy(action: string): readonly string[] {
  const org = livingOrg();
  const music =
    '- holdMusic: { name: Music, prompt: { exp: Flow.HoldPrompt }, playStyle: { duration: { lit: { minutes: 9 } } } }';
  const flow = org.publish(inQueueFlowOf('waiting', [action, music]));
  org.put('queue', { name: 'Support', queueFlow: { id: flow.id } });
  const toSupport = '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }';
  org.number(LINE, org.publish(callFlowOf({ actions: [toSupport] })));
  call(org);
  pass(org, 15);
  return org.heard();
}

import { callFlowYaml } from '../../private/flows';
import { livingOrg } from './living-org';

export const note = (word: string): string =>
  `{ setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: way }, value: { lit: ${word} } } }] } }`;

export const ways = `outputs: { success: { actions: [${note('success')}] }, failure: { actions: [${note('failure')}] } }`;

/** A flow in a queue that does one thing, then lets the caller wait. */
export const inQueueYaml = (action: string): string => `inqueueCall:
  name: waiting
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  settingsInQueueCall: { holdMusic: { lit: { name: PromptSystem.on_hold_music } } }
  startUpTaskActions:
    - ${action}
    - holdMusic: { name: Music, prompt: { exp: PromptSystem.on_hold_music }, bargeInEnabled: { lit: false }, playStyle: { duration: { lit: { minutes: 5 } } } }
`;

/** Transfers to the queue in which the other flow runs. */
export const toQueue = '          - transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } }';

/** A call on which a flow, or the flow of its queue, does one thing; which of its paths was taken. */
export const called = (actions: string, inQueue?: string) => {
  const org = livingOrg();
  org.put('skill', { name: 'French' });
  org.put('language', { name: 'Français' });
  org.put('wrapupCode', { name: 'Resolved' });
  const flow = inQueue === undefined ? undefined : org.publish(inQueueYaml(inQueue));
  org.put('queue', { name: 'Support', ...(flow ? { queueFlow: { id: flow.id } } : {}) });
  org.number('+33199000001', org.publish(callFlowYaml('line', actions)));
  const call = org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow(() => org.seconds() > 30);
  call?.hangUp();
  return { org, way: org.events('attributes.written').map(({ attributes }) => attributes['way']) };
};

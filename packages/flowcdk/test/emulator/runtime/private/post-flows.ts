import { callFlowOf, callTo } from './calls';
import { livingOrg } from './living-org';

/** A survey that says what it was handed. */
export const survey = callFlowOf({
  name: 'Survey',
  actions: [
    '- playAudio: { name: Ask, audio: { exp: \'ToAudioTTS(Append("Were you happy? ", ToString(Flow.InvocationData)))\' } }',
  ],
});

export const ask = (target = 'caller', type = 'inboundCallFlow', data = '{ noValue: true }'): string =>
  `- setPostFlow: { name: Ask, actionType: { lit: ${type} }, target: { lit: ${target} }, invocationData: ${data}, targetFlow: { name: Survey } }`;
export const noSurvey = '- clearPostFlow: { name: None, target: { lit: caller } }';
const over = '- transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } }';

/** A call that an agent answers after 20 seconds and ends after 60. @param hangsUpAfter when the caller hangs up */
export function surveyed(actions: readonly string[], hangsUpAfter?: number) {
  const org = livingOrg({ settings: { agents: { answersAfter: 20_000, talksFor: 60_000, wrapsUpIn: 0 } } });
  org.put('queue', { name: 'Support' });
  org.publish(survey);
  org.put('flow', { name: 'Survey', type: 'VOICESURVEY', versions: 1, variables: [], bound: {}, active: true });
  const call = callTo(org, { actions: [...actions, over] });
  if (hangsUpAfter !== undefined) org.clock.after(hangsUpAfter * 1000, () => call.hangUp());
  org.clock.runNow();
  return { org, call, said: org.heard().filter((text) => text.startsWith('Were')) };
}

import { CALLER, callFlowOf, LINE } from './calls';
import { livingOrg } from './living-org';

const jsonVariable = '  - jsonVariable: { name: Flow.headers, initialValue: { noValue: true } }';

/** What a flow says that reads the headers of a call. */
export function saidOfHeaders(actions: readonly string[], sipHeaders?: Readonly<Record<string, string>>) {
  const org = livingOrg();
  const yaml = callFlowOf({ actions, variables: ['text', 'type', 'message'] });
  org.number(LINE, org.publish(yaml.replace('  variables:\n', `  variables:\n  ${jsonVariable}\n`)));
  org.runtime.calls.place({ from: CALLER, to: LINE, sipHeaders });
  org.clock.runNow();
  return org.heard();
}

const failure = 'failureOutputs: { errorType: { var: Flow.type }, errorMessage: { var: Flow.message } }';
export const readHeaders = (names = '{ noValue: true }'): string =>
  `- getSIPHeaders: { name: Read, sipHeaderNames: ${names}, sipHeadersResult: { var: Flow.headers }, ${failure} }`;
export const readRaw = `- getRawSIPHeaders: { name: Read, rawSIPHeadersResult: { var: Flow.text }, ${failure} }`;
export const say = (text: string): string => `- playAudio: { name: Say, audio: { exp: 'ToAudioTTS(${text})' } }`;

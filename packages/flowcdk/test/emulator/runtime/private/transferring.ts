import type { CalleeBehaviour } from '../../../../src/emulator/runtime/settings';
import { callTo } from './calls';
import { livingOrg } from './living-org';

export const failed =
  'failureOutputs: { errorType: { var: Flow.type }, errorMessage: { var: Flow.message } }, preTransferAudio: { tts: Moment }, failureTransferAudio: { tts: Sorry }, ' +
  'outputs: { failure: { actions: [{ playAudio: { name: Why, audio: { exp: \'ToAudioTTS(Append(Flow.type, ": ", Flow.message))\' } } }] } }';

export const variables = ['type', 'message', 'queue', 'number'];

export const NIGHT = '+4930123456';

export const orgWith = (callees: Readonly<Record<string, CalleeBehaviour>> = {}) => {
  const org = livingOrg({ settings: { callees } });
  org.put('queue', { name: 'Support' });
  const user = org.put('user', { name: 'Ada', email: 'ada@local.example' });
  const other = org.put('user', { name: 'Ben', email: 'ben@local.example' });
  org.put('group', { name: 'Night shift', memberIds: [user.id, other.id] });
  org.put('group', { name: 'Nobody', memberIds: [] });
  return org;
};

/** Calls a flow with one transfer, and lets everything happen. */
export function transferring(org: ReturnType<typeof orgWith>, action: string) {
  const placed = callTo(org, { variables, actions: [action] });
  org.clock.runNow();
  return placed;
}

import { seconds } from '../../../../src';
import { failsWith, hangs, respondsWith, type Service } from '../../../../src/testing';
import { callTo, lineWith } from '../../../testing/private/line-with';

const line = lineWith(`
transferToNumber:
    name: On
    targetNumber: { lit: '+442079460999' }
    connectTimeout: { lit: { seconds: 20 } }
    failureOutputs: { errorType: { var: Flow.intent }, errorMessage: { noValue: true } }
    outputs: { failure: { actions: [{ playAudio: { name: Sorry, audio: { exp: ToAudioTTS(Flow.intent) } } }] } }`);

describe('a service stands in for whoever a call is transferred to', () => {
  test.each<[what: string, service: Service, type: string]>([
    ['a failure is a busy line', failsWith(486), 'busy'],
    ['a service that hangs lets it ring', hangs(), 'no.answer'],
    ['a late answer comes too late', respondsWith({}).after(seconds(30)), 'no.answer'],
  ])('%s', async (_, service, type) => {
    const { call } = await callTo(line, { 'transfer +442079460999': service });

    expect(call.heard).toContain(type);
  });

  test('it answers when its answer comes', async () => {
    const { call } = await callTo(line, { 'transfer +442079460999': respondsWith({}).after(seconds(12)) });
    const [answered] = call.eventsOf('transfer.answered');

    expect((answered?.at ?? 0) - (call.events[0]?.at ?? 0)).toBe(12_000);
  });
});

import { callFlowOf, callTo, inQueueFlowOf, LINE, call, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';

/** What an in-queue flow says with one action, where the queue's calls waited so many seconds before. */
function saidBy(action: string): readonly string[] {
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

describe('Play Estimated Wait Time', () => {
  const told = (wait: string, more: string): string =>
    `- playEstimatedWaitTime: { name: Say, estimatedWaitTime: { exp: "MakeDuration(0, 0, ${wait})" }, ${more} }`;

  test.each([
    ['0, 20', 'playbackMode: about', 'about 30 seconds'],
    ['0, 30', 'playbackMode: about', 'about 30 seconds'],
    ['1, 10', 'playbackMode: about', 'about 2 minutes'],
    ['7, 0', 'playbackMode: about', 'about 10 minutes'],
    ['61, 0', 'playbackMode: about', 'about 1 hour 5 minutes'],
    ['1, 10', 'playbackMode: exact', '1 minute 10 seconds'],
    ['1, 10', 'playbackMode: lessThan', 'less than 2 minutes'],
    ['1, 10', 'playbackMode: range', 'between 1 minute and 2 minutes'],
    ['0, 10', 'playbackMode: range', 'less than 30 seconds'],
    ['7, 0', 'playbackMode: range', 'between 5 minutes and 10 minutes'],
    ['1, 10', 'roundingInterval: { lit: { minutes: 3 } }, specificRoundingIntervals: []', 'about 3 minutes'],
    ['0, 40', 'specificRoundingIntervals: [{ lit: { seconds: 45 } }]', 'about 45 seconds'],
  ])('a wait of %s (minutes, seconds), %s: %s', (wait, more, words) => {
    expect(saidBy(told(wait, more))).toEqual([`Your estimated wait time is ${words}.`]);
  });

  test('NOT_SET says nothing', () => {
    expect(saidBy('- playEstimatedWaitTime: { name: Say, estimatedWaitTime: { noValue: true } }')).toEqual([]);
  });

  test('audio of its own is played instead', () => {
    expect(saidBy('- playEstimatedWaitTime: { name: Say, estimatedWaitTimeAudio: { tts: Not long } }')).toEqual([
      'Not long',
    ]);
  });
});

describe('Play Position in Queue', () => {
  test.each([
    ['number', 3, 'You are number 3 in the queue.'],
    ['ordinal', 3, 'You are 3rd in the queue.'],
    ['ordinal', 11, 'You are 11th in the queue.'],
    ['ahead', 1, 'There are 0 callers ahead of you.'],
    ['ahead', 2, 'There is 1 caller ahead of you.'],
  ])('as %s, %s: %s', (mode, position, words) => {
    const action = `- playPositionInQueue: { name: Say, positionInQueue: { lit: ${position} }, playbackMode: ${mode} }`;
    expect(saidBy(action)).toEqual([words]);
  });
});

describe('Create Callback', () => {
  const create = (number: string): string =>
    `- createCallback: { name: Back, callbackNumber: { exp: '${number}' }, queue: { lit: { name: Support } }, calleeName: { lit: Ada }, ` +
    'callbackScript: { Callback: { inputs: { reason: { lit: orders } } } } }';
  const creating = (number: string) => {
    const org = livingOrg();
    const queue = org.put('queue', { name: 'Support' });
    callTo(org, { variables: ['number'], actions: [create(number)] });
    org.clock.runNow();
    return { org, queue };
  };

  test('it waits in the queue, with what the agent is to know', () => {
    const { org, queue } = creating('ToPhoneNumber("+33142685300")');
    expect(org.runtime.acd.callbacks).toMatchObject([
      {
        queueId: queue.id,
        number: 'tel:+33142685300',
        calleeName: 'Ada',
        script: { script: 'Callback', inputs: { reason: 'orders' } },
      },
    ]);
    expect(org.events('callback.created')).toMatchObject([{ queue: 'Support', phoneNumber: 'tel:+33142685300' }]);
  });

  test('without a number the flow breaks', () => {
    const { org } = creating('ToPhoneNumber(Flow.number)');
    expect(org.runtime.acd.callbacks).toEqual([]);
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'error' }]);
  });
});

test('Set UUI Data is what the flow reads, and what the log tells', () => {
  const org = livingOrg();
  callTo(org, {
    actions: [
      '- setUUIData: { name: Tell, uuiData: { lit: customer 7 }, mode: disconnect }',
      '- playAudio: { name: Say, audio: { exp: ToAudioTTS(Call.UUIData) } }',
    ],
  });
  org.clock.runNow();
  expect(org.heard()).toEqual(['customer 7']);
  expect(org.events('uuiData.set')).toMatchObject([{ data: 'customer 7', mode: 'disconnect' }]);
});

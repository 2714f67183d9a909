import { callFlowYaml, workflowYaml } from '../private/flows';
import { livingOrg } from './private/living-org';

const conversation =
  '    - stringVariable: { name: Flow.conversationId, initialValue: { noValue: true }, isInput: true, isOutput: false }';
const tell = (key: string): string => `          - setConversationData:
              name: Tell ${key}
              conversationId: { exp: Flow.conversationId }
              participantId: { noValue: true }
              attributes: [{ attribute: { name: { lit: ${key} }, value: { exp: 'ToString(RandomInt(1, 1000000))' } } }]`;

/** Three calls at once, each with a workflow beside it, participant data that lags, and agents. */
function story(seed: number): string {
  const org = livingOrg({
    seed,
    settings: { consistency: 'hostile', agents: { answersAfter: 20_000, talksFor: 60_000, wrapsUpIn: 5_000 } },
    dataActions: {
      'Flows / Launch': ({ conversationId = null }) => {
        org.runtime.executions.launch({ flowId: workflow.id, inputData: { 'Flow.conversationId': conversationId } });
        return { outputs: {}, after: 300 };
      },
    },
  });
  org.put('queue', { name: 'Support' });
  org.put('user', { name: 'Agent One' });
  const workflow = org.publish(workflowYaml('identify', [tell('a'), tell('b'), tell('c')].join('\n'), conversation));
  const line = org.publish(
    callFlowYaml(
      'line',
      `          - callData:
              name: Launch
              category: { Flows: { dataAction: { Launch: { inputs: { conversationId: { exp: Call.ConversationId } } } } } }
          - playAudio: { name: Greet, audio: { tts: Good day and welcome. } }
          - transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } }`,
    ),
  );
  org.number('+33199000001', line);
  for (const number of [1, 2, 3]) org.runtime.calls.place({ from: `+3314268530${number}`, to: '+33199000001' });
  org.clock.runNow();
  return org.runtime.log.events.map((event) => JSON.stringify(event)).join('\n');
}

test('two runs with one seed give the same event log, byte for byte', () => {
  const first = story(7);
  expect(first.split('\n').length).toBeGreaterThan(100);
  expect(story(7)).toBe(first);
});

test('events are numbered from 1 on, and time does not go back', () => {
  const events = story(7)
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly number: number; readonly at: number });
  expect(events.map(({ number }) => number)).toEqual(events.map((_, i) => i + 1));
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b));
});

test('another seed gives another one', () => {
  expect(story(8)).not.toBe(story(7));
});

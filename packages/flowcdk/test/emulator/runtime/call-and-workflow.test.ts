import { workflowYaml } from '../private/flows';
import { livingOrg } from './private/living-org';

const twice = `          - loop:
              name: Twice
              loopCount: { lit: 2 }
              outputs:
                loop:
                  actions:
                    - wait: { name: A while, duration: { lit: { seconds: 30 } } }
                    - updateData:
                        name: Count
                        statements: [{ integer: { variable: Flow.turns, value: { exp: Flow.turns + 1 } } }]`;

test('a workflow runs from its inputs to its outputs in virtual time', () => {
  const org = livingOrg();
  const flow = org.publish(
    workflowYaml(
      'count',
      twice,
      '    - integerVariable: { name: Flow.turns, initialValue: { lit: 0 }, isInput: true, isOutput: true }',
    ),
  );
  const execution = org.launch(flow, { 'Flow.turns': 5 });
  expect(execution).toMatchObject({ status: 'COMPLETED', outputs: { 'Flow.turns': 7 } });
  expect(org.seconds()).toBe(60);
});

const callFlow = `inboundCall:
  name: line
  startUpRef: /inboundCall/tasks/task[Begin]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  variables:
    - stringVariable: { name: Flow.status, initialValue: { noValue: true } }
    - stringVariable: { name: Flow.key, initialValue: { noValue: true } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  tasks:
    - task:
        name: Begin
        refId: Begin
        actions:
          - callData:
              name: Launch
              timeout: { lit: { seconds: 5 } }
              category:
                Flows:
                  dataAction:
                    Launch:
                      inputs: { conversationId: { exp: Call.ConversationId } }
                      successOutputs: { executionId: { noValue: true } }
          - collectInput:
              name: About
              inputData: { var: Flow.key }
              digits: { exact: 1 }
              inputAudio: { tts: What is your call about? }
              verificationType: none
          - getParticipantData:
              name: Known?
              attributes: [{ attribute: { name: { lit: status }, variable: Flow.status } }]
          - playAudio: { name: Say, audio: { exp: 'ToAudioTTS(Append("You are ", Flow.status))' } }
          - transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } }
`;

const identify = workflowYaml(
  'identify',
  `          - wait: { name: Look up, duration: { lit: { seconds: 1 } } }
          - setConversationData:
              name: Tell
              conversationId: { exp: Flow.conversationId }
              participantId: { noValue: true }
              attributes: [{ attribute: { name: { lit: status }, value: { lit: SUCCESS } } }]`,
  '    - stringVariable: { name: Flow.conversationId, initialValue: { noValue: true }, isInput: true, isOutput: false }',
);

test('a call launches a workflow, asks the caller meanwhile, and reads what the workflow found', () => {
  const org = livingOrg({
    settings: { agents: { answersAfter: 20_000, talksFor: 60_000, wrapsUpIn: 5_000 } },
    dataActions: {
      'Flows / Launch': (inputs) => {
        org.runtime.executions.launch({
          flowId: workflow.id,
          inputData: { 'Flow.conversationId': inputs['conversationId'] ?? null },
        });
        return { outputs: { executionId: 'x' }, after: 200 };
      },
    },
  });
  org.put('queue', { name: 'Support' });
  org.put('user', { name: 'Agent One' });
  const workflow = org.publish(identify);
  org.number('+33199000001', org.publish(callFlow));
  const call = org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow(() => org.events('input.awaited').length > 0);
  call?.press('1');
  org.clock.runNow();
  expect(org.heard()).toEqual(['What is your call about?', 'You are SUCCESS', '(hold music)']);
  expect(org.events('queue.left')).toMatchObject([{ outcome: 'ANSWERED', waited: 20_000 }]);
  const topics = org.events('event.published').map(({ topic }) => topic.split('.').slice(5).join('.'));
  expect(topics).toEqual([
    'customer.start',
    'flow.start',
    'attributes',
    'acd.start',
    'flow.end',
    'user.start',
    'acd.end',
    'user.end',
    'customer.end',
    'acw',
  ]);
});

import { callFlowYaml, workflowYaml } from '../../private/flows';
import { livingOrg } from './living-org';

export const variables = `    - stringVariable: { name: Flow.conversationId, initialValue: { noValue: true }, isInput: true, isOutput: false }
    - stringVariable: { name: Flow.read, initialValue: { lit: before }, isInput: false, isOutput: true }
    - stringVariable: { name: Flow.way, initialValue: { noValue: true }, isInput: false, isOutput: true }`;

export const way = (name: string): string =>
  `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`;

export const write = (key: string, value: string, participant = '{ noValue: true }'): string =>
  `          - setConversationData:
              name: Write
              conversationId: { exp: Flow.conversationId }
              participantId: ${participant}
              attributes: [{ attribute: { name: { lit: ${key} }, value: ${value} } }]
              outputs:
                ${way('success')}
                ${way('failure')}`;

export const read = (key: string): string =>
  `          - getConversationData:
              name: Read
              conversationId: { exp: Flow.conversationId }
              participantId: { noValue: true }
              attributes: [{ attribute: { name: { lit: ${key} }, variable: Flow.read } }]
              outputs:
                ${way('found')}
                ${way('notFound')}`;

/** A workflow beside a call that lasts. */
export function beside(actions: string, conversationId?: string) {
  const org = livingOrg();
  org.number(
    '+33199000001',
    org.publish(
      callFlowYaml(
        'line',
        '          - flushAudio: { name: Say }\n          - playAudio: { name: Talk, audio: { tts: A long story. } }',
      ),
    ),
  );
  const call = org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  const flow = org.publish(workflowYaml('beside', actions, variables));
  const execution = org.launch(flow, { 'Flow.conversationId': conversationId ?? call?.conversation.id ?? '' });
  return { org, outputs: execution.outputs ?? {} };
}

import { callFlowYaml, workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const variables = `    - stringVariable: { name: Flow.conversationId, initialValue: { noValue: true }, isInput: true, isOutput: false }
    - stringVariable: { name: Flow.read, initialValue: { lit: before }, isInput: false, isOutput: true }
    - stringVariable: { name: Flow.way, initialValue: { noValue: true }, isInput: false, isOutput: true }`;

const way = (name: string): string =>
  `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`;

const write = (key: string, value: string, participant = '{ noValue: true }'): string =>
  `          - setConversationData: { name: Write, conversationId: { exp: Flow.conversationId }, participantId: ${participant}, attributes: [{ attribute: { name: { lit: ${key} }, value: ${value} } }], outputs: { ${way('success')}, ${way('failure')} } }`;
const read = (key: string): string =>
  `          - getConversationData: { name: Read, conversationId: { exp: Flow.conversationId }, participantId: { noValue: true }, attributes: [{ attribute: { name: { lit: ${key} }, variable: Flow.read } }], outputs: { ${way('found')}, ${way('notFound')} } }`;

/** A workflow beside a call that lasts. */
function beside(actions: string, conversationId?: string) {
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

test('what a workflow writes it reads back, and others see it on the customer', () => {
  const { org, outputs } = beside([write('status', '{ lit: SUCCESS }'), read('status')].join('\n'));
  expect(outputs).toEqual({ 'Flow.read': 'SUCCESS', 'Flow.way': 'found' });
  const [conversation] = [...org.runtime.conversations.values()];
  expect(conversation?.data.of(conversation.customer.id).get('status')).toBe('SUCCESS');
});

test.each([
  ['what nobody wrote is NOT_SET', read('status'), { 'Flow.read': null, 'Flow.way': 'found' }],
  [
    'names differ by upper and lower case',
    [write('status', '{ lit: a }'), read('Status')].join('\n'),
    { 'Flow.read': null },
  ],
  ['NOT_SET is written as an empty text', [write('a', '{ noValue: true }'), read('a')].join('\n'), { 'Flow.read': '' }],
  ['a participant that is not there', write('a', '{ lit: b }', '{ lit: nobody }'), { 'Flow.way': 'failure' }],
])('%s', (_, actions, expected) => {
  expect(beside(actions).outputs).toMatchObject(expected);
});

test('an attribute may have any name; the log tells of it', () => {
  const { org, outputs } = beside([write('__proto__', '{ lit: a }'), read('__proto__')].join('\n'));
  expect(outputs).toMatchObject({ 'Flow.read': 'a' });
  expect(Object.entries(org.events('attributes.read')[0]?.attributes ?? {})).toEqual([['__proto__', 'a']]);
});

test.each([
  ['written', write('a', '{ lit: b }'), 'failure'],
  ['read', read('a'), 'notFound'],
])('a conversation that is not there cannot be %s', (_, action, expected) => {
  expect(beside(action, 'nobody').outputs).toMatchObject({ 'Flow.way': expected });
});

test('participant data needs a call: a workflow has none', () => {
  const org = livingOrg();
  expect(() =>
    org.publish(
      workflowYaml(
        'none',
        '          - getParticipantData: { name: Read, attributes: [{ attribute: { name: { lit: a }, variable: Flow.read } }] }',
        variables,
      ),
    ),
  ).toThrow(/action-not-in-flow/);
});

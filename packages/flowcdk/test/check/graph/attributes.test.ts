import { participantData } from '../../../src/architect/participant-data';
import { oneOf, string } from '../../../src/architect/types';
import { nameOf } from '../../../src/check/graph';
import {
  attributesOf,
  type AttributeUse,
  declaredAttributes,
  flowsWithAttributes,
} from '../../../src/check/graph/attributes';
import { readFile } from '../../../src/check/project';
import { flowIn } from './private/edges';
import { call, workflow } from './private/flows';

const inWords = ({ name, node, variable, value, yaml }: AttributeUse): string =>
  [`${name ?? '?'} at ${nameOf(node)}`, value?.kind, variable, yaml && 'in the text'].filter(Boolean).join(', ');

test('actions that set participant data write attributes, those that get it read them', () => {
  const { writes, reads } = attributesOf(
    flowIn(
      call(`
- setParticipantData:
    name: Set
    attributes:
      - attribute: { name: { lit: status }, value: { lit: open } }
      - attribute: { name: { exp: Flow.which }, value: { exp: Flow.x } }
- getParticipantData:
    name: Get
    attributes:
      - attribute: { name: { lit: 4711 }, variable: Flow.number }
- playAudio: { name: Say }`),
    ),
  );
  expect(writes.map(inWords)).toEqual(['status at Set, literal, in the text', '? at Set, expression, in the text']);
  expect(reads.map(inWords)).toEqual(['4711 at Get, Flow.number, in the text']);
});

test('workflows do the same to a conversation', () => {
  const flow = flowIn(
    workflow(`
- setConversationData:
    name: Set
    attributes: [attribute: { name: { lit: status }, value: { lit: open } }]
- getConversationData:
    name: Get
    attributes: [attribute: { name: { lit: status }, variable: Flow.status }]
- setConversationData: { name: Nothing }
- getConversationData: { name: Nothing, attributes: [] }`),
  );
  const { writes, reads } = attributesOf(flow);
  expect(writes.map(inWords)).toEqual(['status at Set, literal, in the text']);
  expect(reads.map(inWords)).toEqual(['status at Get, Flow.status, in the text']);
  expect(attributesOf(flow).writes).toBe(writes);
});

test('an action in a loop uses its attributes once, however often it turns', () => {
  const { writes } = attributesOf(
    flowIn(
      workflow(`
- loop:
    name: Try
    loopCount: { lit: 3 }
    outputs:
      loop:
        actions:
          - setConversationData: { name: Set, attributes: [attribute: { name: { lit: tries }, value: { lit: 1 } }] }`),
    ),
  );
  expect(writes.map(({ name }) => name)).toEqual(['tries']);
});

const files = (...texts: readonly string[]) => texts.map((text, i) => readFile(`flow-${i}.yaml`, text));

test('each flow of a project has an identity; the languages of one flow share it', () => {
  const variant = (name: string) => ({ definition: 'flow', kind: 'inboundCall', name, variantOf: 'Support' }) as const;
  const project = {
    files: files(
      call('- disconnect: { name: Bye }', { name: 'Support fr' }),
      call('- disconnect: { name: Bye }', { name: 'Support de' }),
      workflow('- endWorkflow: { name: End }', { name: 'Support fr' }),
      'no: flow',
    ),
    definitions: [
      variant('Support fr'),
      variant('Support de'),
      { definition: 'queue', name: 'Support fr' },
      { definition: 'flow', kind: 'workflow', name: 'Support fr' },
    ] as never,
  };
  const flows = flowsWithAttributes(project);
  expect(flows.map(({ place: { path }, identity }) => [path, identity])).toEqual([
    ['Support fr', 'inboundCall Support'],
    ['Support de', 'inboundCall Support'],
    ['Support fr', 'workflow Support fr'],
  ]);
  expect(flowsWithAttributes(project)).toBe(flows);
});

test('contracts declare attributes, whether the project has them or something uses them', () => {
  const first = participantData({
    name: 'support',
    owner: 'line',
    attributes: { status: oneOf(['OPEN', 'DONE']), reason: string() },
  });
  const second = participantData({ name: 'sales', owner: 'line', attributes: { product: string() } });
  const user = { definition: 'flow', name: 'line', uses: [second, first] };
  const declared = declaredAttributes({ files: [], definitions: [first, user] as never });
  expect([...declared]).toEqual([
    ['support.status', ['OPEN', 'DONE']],
    ['support.reason', undefined],
    ['sales.product', undefined],
  ]);
});

import { attributeChangesValue } from '../../../src/check/rules/attribute-changes-value';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const attribute = (value: string): string =>
  `attributes: [attribute: { name: { lit: status }, value: { lit: ${value} } }]`;
const write = (value: string): string => `- setConversationData: { name: Write ${value}, ${attribute(value)} }`;
const end = '- endWorkflow: { name: Done }';
const writes = (...actions: readonly string[]): string => workflow([...actions, end].join('\n'), { name: 'identify' });

const reader = call(`
- getParticipantData: { attributes: [attribute: { name: { lit: status }, variable: Flow.status }] }
- disconnect: { name: Bye }`);

const either = `- decision:
    name: Known?
    condition: { exp: Flow.known }
    outputs:
      yes: { actions: [${write('SUCCESS').slice(2)}] }
      no: { actions: [${write('FAILED').slice(2)}] }`;

const failed = `- decision:
    name: Broken?
    condition: { exp: Flow.broken }
    outputs: { yes: { actions: [${write('FAILED').slice(2)}, ${end.slice(2)}] } }`;

ruleTest(attributeChangesValue, {
  valid: {
    'one value': [writes(write('SUCCESS')), reader],
    'one value, tried again': [writes(write('SUCCESS'), write('SUCCESS')), reader],
    'one value or another': [writes(either), reader],
    'one value, tried again where the other one has ended': [
      writes(failed, write('SUCCESS'), write('SUCCESS')),
      reader,
    ],
    'an attribute that no other flow reads': writes(write('ONGOING'), write('SUCCESS')),
    'what is written is known only when the flow runs': [
      writes(write('ONGOING').replace('value: { lit: ONGOING }', 'value: { exp: Flow.status }'), write('SUCCESS')),
      reader,
    ],
    'a call flow, which keeps a list of its own writes': [
      call(
        `- setParticipantData: { ${attribute('ONGOING')} }\n- setParticipantData: { ${attribute('SUCCESS')} }\n- disconnect: { name: Bye }`,
        { name: 'line' },
      ),
      reader,
    ],
  },
  invalid: {
    'one value and then another': {
      in: [writes(write('ONGOING'), write('SUCCESS')), reader],
      finds: ['identify / State / Write ONGOING: status is ONGOING here and SUCCESS later in the same run'],
    },
    'one value and then another, which one of several flows reads': {
      in: [writes(write('ONGOING'), write('SUCCESS')), reader, call('- disconnect: { name: Bye }', { name: 'other' })],
      finds: ['identify / State / Write ONGOING: status is ONGOING here and SUCCESS later in the same run'],
    },
    'one value and then another, which a flow reads among other things': {
      in: [
        writes(write('ONGOING'), write('SUCCESS')),
        reader.replace('attributes: [', 'attributes: [attribute: { name: { lit: other }, variable: Flow.other }, '),
      ],
      finds: ['identify / State / Write ONGOING: status is ONGOING here and SUCCESS later in the same run'],
    },
    'another value in a branch behind it': {
      in: [writes(write('ONGOING'), either), reader],
      finds: ['identify / State / Write ONGOING: status is ONGOING here and SUCCESS later in the same run'],
    },
  },
});

import { gzipSync } from 'node:zlib';
import { isI3Name, looksLikeI3 } from '../../src/i3/decode';
import { MAX_BYTES, MAX_DEPTH, MAX_VALUES } from '../../src/i3/limits';
import { readI3 } from '../../src/i3/read-i3';
import { action, container, encoded, exp, flow, lit, path, workflow } from './private/export-file';

const messageOf = (bytes: Uint8Array): string => {
  const { findings = [] } = readI3(bytes, 'flow.i3WorkFlow');
  return findings.map(({ message }) => message).join('\n');
};

const base64 = (text: string): Uint8Array => Buffer.from(Buffer.from(text, 'utf8').toString('base64'));
const end = action('EndWorkflowAction', 'End');

describe('bytes that are no export', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['nothing', Buffer.from('\n'), 'this export is empty'],
    [
      'YAML',
      Buffer.from('workflow:\n  name: A\n'),
      'this is no i3 export: character 9 is ":", which base64 does not have',
    ],
    [
      'a text with another sign',
      Buffer.from('JTdC*'),
      'this is no i3 export: character 5 is "*", which base64 does not have',
    ],
    ['a gzip archive', gzipSync('x'.repeat(1_000_000)), 'this is no i3 export: it is compressed (gzip)'],
    ['a zip archive', Buffer.from([0x50, 0x4b, 3, 4, 0]), 'this is no i3 export: it is compressed (zip)'],
    [
      'base64 of a broken encoding',
      base64('%7B%'),
      'this is no i3 export: what the base64 holds is not URL-encoded UTF-8',
    ],
    [
      'base64 of bytes that are no UTF-8',
      base64('%FF'),
      'this is no i3 export: what the base64 holds is not URL-encoded UTF-8',
    ],
    [
      'an export without its end',
      encoded(workflow([end])).subarray(0, 400),
      'this export is broken: what it holds is no JSON (',
    ],
    ['a list', encoded([1]), 'this export is broken: what it holds is no JSON (it is no object)'],
    [
      'another JSON',
      encoded({ type: 5 }),
      'this export holds no flow: it has no type, no name, no flowSequenceItemList',
    ],
    ['too many bytes', Buffer.alloc(MAX_BYTES + 1, 0x41), `this export has ${MAX_BYTES + 1} bytes`],
  ])('%s', (_, bytes, message) => {
    expect(messageOf(bytes)).toContain(message);
  });

  test('JSON that is nested too deep', () => {
    const deep = `{"type":"workflow","name":"A","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;

    expect(messageOf(base64(encodeURIComponent(deep)))).toBe(
      `the JSON of this export has more than ${MAX_DEPTH} levels`,
    );
  });
});

test('JSON with too many values', () => {
  const json = { ...workflow([end]), x: Array.from({ length: MAX_VALUES + 1 }, () => 0) };

  expect(messageOf(encoded(json))).toBe(`this export has more than ${MAX_VALUES} values`);
});

describe('flows that cannot be told from their export', () => {
  const chain = Array.from({ length: 100 }, (_, i) =>
    action('DecisionAction', `d${i}`, { expression: exp('bln', 'true'), paths: [path('__YES__', `d${i + 1}`)] }),
  );

  test.each<readonly [string, unknown, string]>([
    ['a type of flow that is not known', flow('dream', []), '"dream" is no known type of flow'],
    [
      'a container that is not known',
      flow('workflow', [container('Maze', 'A', [end])]),
      'Flowcdk does not know how a "Maze" stands in YAML',
    ],
    [
      'a start that is not there',
      flow('workflow', [container('State', 'A', [end])], { initialSequence: 'B' }),
      'a link leads to "B"',
    ],
    ['an action that is not there', workflow([{ ...end, nextAction: 'Nowhere' }]), 'a link leads to "Nowhere"'],
    ['a circle of actions', workflow([{ ...end, nextAction: 'End' }]), 'a link leads to "End"'],
    [
      'two ways to one action',
      workflow([
        action('DecisionAction', 'd', {
          expression: exp('bln', 'true'),
          paths: [path('__YES__', 'End'), path('__NO__', 'End')],
        }),
        end,
      ]),
      'a link leads to "End", which is not there or was reached on another way already',
    ],
    [
      'actions nested deeper than YAML can be read',
      workflow([...chain.slice(0, 45), { ...end, id: 'd45' }]),
      'this export gives no YAML: The text is nested deeper than 200 levels.',
    ],
    [
      'a text that is too long for YAML',
      workflow([action('EndWorkflowAction', 'End', { exitReason: lit('str', 'x'.repeat(4_300_000)) })]),
      'this export gives no YAML: The text is',
    ],
    ['actions nested in a hundred paths', workflow(chain), 'actions are nested in more than 60 paths'],
  ])('%s', (_, json, message) => {
    expect(messageOf(encoded(json))).toContain(message);
  });

  test('the place in the flow is told', () => {
    const { findings = [] } = readI3(encoded(workflow([{ ...end, nextAction: 'Nowhere' }])), 'a.i3WorkFlow');

    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'i3-export',
        path: 'Support / Start',
        at: { file: 'a.i3WorkFlow', line: 1, column: 1 },
      }) as unknown,
    ]);
  });
});

test('names that could change a prototype are only names', () => {
  const json = JSON.parse('{"__proto__": {"polluted": "yes"}, "constructor": "x"}') as Record<string, string>;
  const { export: exported } = readI3(
    encoded({ ...workflow([end]), ...Object.fromEntries(Object.entries(json)) }),
    'a.i3WorkFlow',
  );

  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(exported?.text).toContain('  constructor: x\n');
});

test('blanks, line breaks and a byte order mark in the text do not matter', () => {
  const text = Buffer.from(encoded(workflow([end]))).toString('latin1');
  const broken = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text.replace(/(.{76})/g, '$1\r\n'))]);

  expect(readI3(broken, 'a.i3WorkFlow').export?.name).toBe('Support');
});

test.each([
  ['a.i3WorkFlow', true],
  ['a b.i3InboundFlow.i3flow', true],
  ['A.I3BOTFLOW', true],
  ['flow.yaml', false],
  ['i3WorkFlow', false],
  ['flow.i3.yaml', false],
])('the name %s is that of an export: %s', (name, expected) => {
  expect(isI3Name(name)).toBe(expected);
});

test('an export without a name is known by its beginning', () => {
  expect(looksLikeI3(encoded(workflow([end])))).toBe(true);
  expect(looksLikeI3(Buffer.from('workflow:\n  name: JTdC\n'))).toBe(false);
});

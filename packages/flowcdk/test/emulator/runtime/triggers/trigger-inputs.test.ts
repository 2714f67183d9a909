import { triggerInputs } from '../../../../src/emulator/runtime/triggers/trigger-inputs';
import type { Json, JsonObject } from '../../../../src/emulator/state/json';

/** What a workflow with these inputs gets from an event. */
function inputs(declared: Readonly<Record<string, string>>, event: JsonObject, dataFormat?: string) {
  const variables = [
    ...Object.entries(declared).map(([name, type]) => ({ name, type, isInput: true })),
    { name: 'own', type: 'string', isInput: false },
  ];
  const settings = dataFormat === undefined ? {} : { workflowTargetSettings: { dataFormat } };
  return triggerInputs({ target: { id: 'flow', ...settings } } as never, { variables } as never, event);
}

test('every plain field goes to the input of its name', () =>
  expect(
    inputs(
      { a: 'string', n: 'integer', b: 'boolean', lacks: 'string' },
      { a: 'x', n: 5, b: true, own: 'x', other: 'y' },
      'TopLevelPrimitives',
    ),
  ).toEqual({ inputData: { 'Flow.a': 'x', 'Flow.n': 5, 'Flow.b': true }, mismatched: [] }));

test.each<[what: string, value: Json]>([
  ['a list', ['x']],
  ['an object', { x: 1 }],
  ['null', null],
])('%s is not passed', (_, value) =>
  expect(inputs({ a: 'json' }, { a: value })).toEqual({ inputData: {}, mismatched: [] }),
);

test.each<[type: string, value: Json, fits: boolean]>([
  ['string', 'x', true],
  ['string', 5, false],
  ['string', true, false],
  ['integer', 5, true],
  ['integer', '5', false],
  ['integer', 5.5, false],
  ['decimal', 5.5, true],
  ['boolean', false, true],
  ['boolean', 'true', false],
  ['json', 5, true],
  ['stringCollection', 'x', false],
])('an input of type %s takes %j: %s', (type, value, fits) =>
  expect(inputs({ a: type }, { a: value })).toEqual(
    fits ? { inputData: { 'Flow.a': value }, mismatched: [] } : { inputData: {}, mismatched: ['a'] },
  ),
);

test('the whole event goes to jsonData where the trigger says so', () => {
  const event = { a: 'x', list: [1] };
  expect(inputs({ jsonData: 'json', a: 'string' }, event, 'Json')).toEqual({
    inputData: { 'Flow.jsonData': event },
    mismatched: [],
  });
});

import { boolean, decimal, integer, list, oneOf, optional, string } from '../../src';
import { dataAction, object } from '../../src/data-action';
import type { InputContract, OutputContract } from '../../src/data-action/contract';
import { service } from './private-probe';

const withContract = <const In extends InputContract, const Out extends OutputContract>(input: In, output: Out) =>
  dataAction({
    name: 'Probe',
    integration: service,
    input,
    output,
    request: () => ({ method: 'POST', url: 'https://a.example/' }),
  });

test('each type has its JSON Schema', () => {
  const { contract } = withContract(
    {
      text: string({ description: 'Any text' }),
      whole: integer(),
      number: decimal(),
      flag: optional(boolean()),
      choice: oneOf(['RED', 'BLUE']),
    },
    {},
  );

  expect(contract.input).toEqual({
    $schema: 'http://json-schema.org/draft-04/schema#',
    title: 'input',
    type: 'object',
    properties: {
      text: { type: 'string', description: 'Any text' },
      whole: { type: 'integer' },
      number: { type: 'number' },
      flag: { type: 'boolean' },
      choice: { type: 'string', enum: ['RED', 'BLUE'] },
    },
    required: ['choice', 'number', 'text', 'whole'],
    additionalProperties: true,
  });
});

test('where nothing is required, draft 4 wants no list of what is', () => {
  expect(withContract({}, { id: optional(string()) }).contract.output).not.toHaveProperty('required');
});

test('outputs may be objects, lists and lists of objects', () => {
  const item = object({ name: string(), count: optional(integer()) });
  const { contract } = withContract({}, { tags: list(string()), owner: optional(item), items: list(item) });

  expect(contract.output['properties']).toEqual({
    tags: { type: 'array', items: { type: 'string' } },
    owner: {
      type: 'object',
      properties: { name: { type: 'string' }, count: { type: 'integer' } },
      required: ['name'],
      additionalProperties: true,
    },
    items: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, count: { type: 'integer' } },
        required: ['name'],
        additionalProperties: true,
      },
    },
  });
});

test('Architect sees objects flattened with dots and lists of objects as one collection per property', () => {
  const item = object({ name: string(), count: integer() });
  const { outputs } = withContract({}, { id: string(), owner: optional(object({ item })), items: list(item) });

  const shown = Object.entries(outputs).map(
    ([name, { kind, collection }]) => `${name}: ${kind}${collection ? '[]' : ''}`,
  );
  expect(shown).toEqual([
    'id: string',
    'owner.item.name: string',
    'owner.item.count: integer',
    'items.name: string[]',
    'items.count: integer[]',
  ]);
  expect(outputs['owner.item.name'].optional).toBe(true);
});

describe('the hash of the contracts', () => {
  const { contractHash } = withContract({ a: string(), b: integer() }, { c: string() });

  test('does not depend on the order of properties', () => {
    expect(withContract({ b: integer(), a: string() }, { c: string() }).contractHash).toBe(contractHash);
  });

  test.each([
    ['another name', withContract({ a: string(), x: integer() }, { c: string() })],
    ['another type', withContract({ a: string(), b: decimal() }, { c: string() })],
    ['another output', withContract({ a: string(), b: integer() }, { c: optional(string()) })],
  ])('%s makes another action', (_, other) => {
    expect(other.contractHash).not.toBe(contractHash);
  });

  test('the same contract is the same action', () => {
    expect(withContract({ a: string(), b: integer() }, { c: string() }).contractHash).toBe(contractHash);
  });
});

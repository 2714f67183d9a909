import * as columns from '../../../provider-genesyscloud/src/base/api-column';
import { block, objects, optional, optionalComputed, computed } from '../../../provider-genesyscloud/src/base/schema';
import { Attributes } from '../../src/apply/attributes';
import { bodyOf, type Occasion } from '../../src/apply/body-of';
import type { Schema } from '@flowcdk/provider-genesyscloud/tables';
import type { Values } from '../../src/apply/values';

const { api, apart, createdOnly, form, json, keyedBy, referenceMap, references, unset, unsetInChanges } = columns;

const body = (table: Schema, values: Values, occasion?: Occasion) =>
  bodyOf(table, new Attributes('genesyscloud_example.a', values, () => Buffer.alloc(0)), occasion);

describe('a row reaches the body', () => {
  test.each<[string, Schema, Values, object]>([
    ['under its own name', { waitSeconds: optional('number') }, { wait_seconds: 5 }, { waitSeconds: 5 }],
    ['not, where it is left out', { waitSeconds: optional('number') }, {}, {}],
    ['not, where only the provider knows it', { version: computed('string') }, { version: '1' }, {}],
    [
      'at its place, beside others of that place',
      {
        prompt: optional('string', api('acwSettings.wrapupPrompt')),
        ms: optional('number', api('acwSettings.timeoutMs')),
      },
      { prompt: 'OPTIONAL', ms: 100 },
      { acwSettings: { wrapupPrompt: 'OPTIONAL', timeoutMs: 100 } },
    ],
    [
      'in the list of its place, behind others of that place',
      {
        groups: optional('set(string)', api('memberGroups'), references('GROUP')),
        teams: optional('set(string)', api('memberGroups'), references('TEAM')),
      },
      { teams: ['t'], groups: ['g'] },
      {
        memberGroups: [
          { id: 'g', type: 'GROUP' },
          { id: 't', type: 'TEAM' },
        ],
      },
    ],
    ['as the value that stands for nothing', { description: optional('string', unset('')) }, {}, { description: '' }],
    [
      'as ids',
      { ivrIds: optional('set(string)', api('ivrs'), references()) },
      { ivr_ids: ['a'] },
      { ivrs: [{ id: 'a' }] },
    ],
    [
      'as a map of ids',
      { scripts: optional('map(string)', referenceMap) },
      { scripts: { CALL: 'a' } },
      { scripts: { CALL: { id: 'a' } } },
    ],
    [
      'as the JSON in it',
      { schema: optional('string', json) },
      { schema: '{"type":"object"}' },
      { schema: { type: 'object' } },
    ],
    [
      'in a form of its own',
      {
        seconds: optional(
          'number',
          form((value: number) => [value]),
        ),
      },
      { seconds: 1 },
      { seconds: [1] },
    ],
    ['not, where other requests carry it', { members: optional('set(string)', apart) }, { members: ['a'] }, {}],
    [
      'as a block that stands once',
      { media: block('list', '0..1', { mode: optional('string') }, api('settings.media')) },
      { media: [{ mode: 'AgentFirst' }] },
      { settings: { media: { mode: 'AgentFirst' } } },
    ],
    [
      'as a list of blocks',
      { rules: block('list', '0..*', { on: optional('bool') }) },
      { rules: [{ on: true }] },
      { rules: [{ on: true }] },
    ],
    [
      'as nothing, where no block is there',
      { rules: block('list', '0..*', { on: optional('bool') }) },
      { rules: [] },
      {},
    ],
    [
      'as an empty list of objects',
      { skills: objects('set', 'optional', { id: optional('string') }) },
      { skills: [] },
      { skills: [] },
    ],
    [
      'as a map by a field of the blocks',
      { kinds: block('list', '0..*', { mediaType: optional('string'), on: optional('bool') }, keyedBy('mediaType')) },
      { kinds: [{ media_type: 'whatsapp', on: true }] },
      { kinds: { whatsapp: { on: true } } },
    ],
  ])('%s', (_how, table, values, expected) => {
    expect(body(table, values)).toEqual(expected);
  });

  test('when the resource is created, and not in changes', () => {
    const table = { divisionId: optionalComputed('string', api('division.id'), createdOnly) };

    expect(body(table, { division_id: 'd' })).toEqual({ division: { id: 'd' } });
    expect(body(table, { division_id: 'd' }, 'change')).toEqual({});
  });

  test('in changes as the value that stands for nothing', () => {
    const table = { description: optional('string', unsetInChanges('')) };

    expect(body(table, {})).toEqual({});
    expect(body(table, {}, 'change')).toEqual({ description: '' });
  });
});

test('an attribute that no row takes is refused by name; so is one that other requests should have carried', () => {
  const attributes = new Attributes('genesyscloud_example.a', { colour: 'red', zip: 'a', name: 'b' }, () =>
    Buffer.alloc(0),
  );
  bodyOf({ name: optional('string'), zip: optional('string', apart) }, attributes);

  expect(() => attributes.refuseUnread()).toThrow('does not know the attributes colour, zip');
});

import { EventPatternError, patternProblems, readPattern } from '../../src/event-bridge';

/** A pattern, events that fit it, and events that do not. The behaviour is that of EventBridge's documentation. */
interface Row {
  readonly name: string;
  readonly pattern: object;
  readonly fits: readonly unknown[];
  readonly misses: readonly unknown[];
}

const rows: readonly Row[] = [
  {
    name: 'a value',
    pattern: { state: ['waiting'] },
    fits: [{ state: 'waiting' }, { state: 'waiting', more: 1 }, { state: ['other', 'waiting'] }],
    misses: [{ state: 'Waiting' }, { state: 'waiting ' }, { state: '' }, {}, { state: { waiting: true } }, null, 5],
  },
  {
    name: 'one of several values',
    pattern: { media: ['VOICE', 'EMAIL'] },
    fits: [{ media: 'VOICE' }, { media: 'EMAIL' }],
    misses: [{ media: 'CHAT' }, { media: [] }],
  },
  {
    name: 'the empty text',
    pattern: { name: [''] },
    fits: [{ name: '' }],
    misses: [{ name: ' ' }, { name: null }, {}],
  },
  { name: 'null', pattern: { user: [null] }, fits: [{ user: null }], misses: [{}, { user: '' }, { user: 'null' }] },
  {
    name: 'numbers and truth are no texts',
    pattern: { a: [5], b: [true] },
    fits: [{ a: 5, b: true }],
    misses: [
      { a: '5', b: true },
      { a: 5, b: 'true' },
      { a: 5, b: false },
    ],
  },
  {
    name: 'all fields, within objects too',
    pattern: { source: ['genesys'], detail: { eventBody: { mediaType: ['VOICE'] } } },
    fits: [{ source: 'genesys', detail: { eventBody: { mediaType: 'VOICE' }, version: '2' } }],
    misses: [
      { source: 'genesys', detail: { eventBody: { mediaType: 'CHAT' } } },
      { detail: { eventBody: { mediaType: 'VOICE' } } },
      { source: 'genesys', detail: 'VOICE' },
    ],
  },
  {
    name: 'the beginning',
    pattern: { source: [{ prefix: 'aws.partner/' }] },
    fits: [{ source: 'aws.partner/genesys.com' }, { source: 'aws.partner/' }],
    misses: [{ source: 'AWS.partner/' }, { source: 'x aws.partner/' }, { source: 7 }, {}],
  },
  {
    name: 'the beginning, in any case',
    pattern: { service: [{ prefix: { 'equals-ignore-case': 'EVENTB' } }] },
    fits: [{ service: 'eventbridge' }, { service: 'EventB' }],
    misses: [{ service: 'event' }, { service: 'my eventbridge' }],
  },
  {
    name: 'the end',
    pattern: { file: [{ suffix: '.wav' }] },
    fits: [{ file: 'greeting.wav' }],
    misses: [{ file: 'greeting.WAV' }, { file: 'greeting.wav.txt' }],
  },
  {
    name: 'the end, in any case',
    pattern: { file: [{ suffix: { 'equals-ignore-case': '.wav' } }] },
    fits: [{ file: 'greeting.WAV' }, { file: '.wav' }],
    misses: [{ file: 'wav' }],
  },
  {
    name: 'a text in any case',
    pattern: { name: [{ 'equals-ignore-case': 'alice' }] },
    fits: [{ name: 'ALICE' }, { name: 'Alice' }],
    misses: [{ name: 'Alice B.' }, { name: '' }],
  },
  {
    name: 'anything but a text',
    pattern: { state: [{ 'anything-but': 'closed' }] },
    fits: [{ state: 'open' }, { state: 5 }, { state: null }, { state: ['closed', 'open'] }],
    misses: [{ state: 'closed' }, {}, { state: [] }, { state: ['closed'] }],
  },
  {
    name: 'anything but some texts',
    pattern: { state: [{ 'anything-but': ['closed', 'idle'] }] },
    fits: [{ state: 'open' }],
    misses: [{ state: 'closed' }, { state: 'idle' }],
  },
  {
    name: 'anything but some numbers',
    pattern: { limit: [{ 'anything-but': [100, 200] }] },
    fits: [{ limit: 101 }, { limit: '100' }],
    misses: [{ limit: 100 }, { limit: 200 }],
  },
  {
    name: 'anything but a beginning',
    pattern: { region: [{ 'anything-but': { prefix: 'us-' } }] },
    fits: [{ region: 'eu-west-1' }, { region: 1 }],
    misses: [{ region: 'us-east-1' }, {}],
  },
  {
    name: 'anything but some ends',
    pattern: { file: [{ 'anything-but': { suffix: ['.png', '.gif'] } }] },
    fits: [{ file: 'a.wav' }],
    misses: [{ file: 'a.png' }, { file: 'a.gif' }],
  },
  {
    name: 'anything but a text in any case',
    pattern: { state: [{ 'anything-but': { 'equals-ignore-case': ['init', 'idle'] } }] },
    fits: [{ state: 'initial' }],
    misses: [{ state: 'INIT' }, { state: 'Idle' }],
  },
  {
    name: 'anything but a wildcard',
    pattern: { path: [{ 'anything-but': { wildcard: '*/lib/*' } }] },
    fits: [{ path: '/usr/bin/a' }],
    misses: [{ path: '/usr/lib/a' }],
  },
  {
    name: 'numbers in ranges',
    pattern: { a: [{ numeric: ['>', 0, '<=', 5] }], b: [{ numeric: ['<', 10] }], c: [{ numeric: ['=', 3.5] }] },
    fits: [
      { a: 5, b: 9.9, c: 3.5 },
      { a: 0.1, b: -3, c: 3.5 },
    ],
    misses: [
      { a: 0, b: 9, c: 3.5 },
      { a: 5.1, b: 9, c: 3.5 },
      { a: 5, b: 10, c: 3.5 },
      { a: '5', b: 9, c: 3.5 },
    ],
  },
  {
    name: 'numbers beyond five billion meet no range, so no range finds a time in milliseconds',
    pattern: { eventTime: [{ numeric: ['>', 0] }] },
    fits: [{ eventTime: 5e9 }],
    misses: [{ eventTime: 1_767_607_200_000 }, { eventTime: -1 }],
  },
  {
    name: 'a field that is there',
    pattern: { detail: { userId: [{ exists: true }] } },
    fits: [{ detail: { userId: 'a' } }, { detail: { userId: null } }],
    misses: [{ detail: {} }, {}, { detail: { userId: { id: 1 } } }, { detail: { userId: [] } }],
  },
  {
    name: 'a field that is missing',
    pattern: { detail: { userId: [{ exists: false }] } },
    fits: [{ detail: {} }, {}, { detail: { userId: { id: 1 } } }, { detail: { userId: [] } }],
    misses: [{ detail: { userId: 'a' } }, { detail: { userId: null } }],
  },
  {
    name: 'a field that is missing in every item of a list',
    pattern: { list: { userId: [{ exists: false }] } },
    fits: [{ list: [{ a: 1 }, { b: 2 }] }, { list: [] }],
    misses: [{ list: [{ userId: 1 }, { b: 2 }] }],
  },
  {
    name: 'a field that is missing or has a value',
    pattern: { userId: [{ exists: false }, 'a'] },
    fits: [{}, { userId: 'a' }],
    misses: [{ userId: 'b' }],
  },
  {
    name: 'an address in a block',
    pattern: { v4: [{ cidr: '10.0.0.0/24' }], v6: [{ cidr: '2001:db8::/32' }] },
    fits: [{ v4: '10.0.0.255', v6: '2001:db8:1::1' }],
    misses: [
      { v4: '10.0.1.0', v6: '2001:db8::1' },
      { v4: '10.0.0.1', v6: '2001:db9::1' },
      { v4: 'ten', v6: '2001:db8::1' },
    ],
  },
  {
    name: 'a wildcard',
    pattern: { path: [{ wildcard: 'dir/*.png' }] },
    fits: [{ path: 'dir/a.png' }, { path: 'dir/a/b.png' }, { path: 'dir/.png' }],
    misses: [{ path: 'dir/a.jpg' }, { path: 'x/dir/a.png' }, { path: 'dir.png' }],
  },
  {
    name: 'several stars, in order and without overlap',
    pattern: { text: [{ wildcard: 'ab*bc*cd' }] },
    fits: [{ text: 'abbccd' }, { text: 'ab-bc-cd' }],
    misses: [{ text: 'abcd' }, { text: 'abbcd' }, { text: 'abccbcd' }],
  },
  {
    name: 'a star of its own',
    pattern: { text: [{ wildcard: 'a\\*b\\\\*' }] },
    fits: [{ text: 'a*b\\' }, { text: 'a*b\\c' }],
    misses: [{ text: 'axb\\' }, { text: 'a*b' }],
  },
  { name: 'a wildcard without star', pattern: { a: [{ wildcard: 'b' }] }, fits: [{ a: 'b' }], misses: [{ a: 'bb' }] },
  {
    name: 'one of several patterns',
    pattern: { detail: { $or: [{ a: [{ numeric: ['>', 0] }] }, { b: ['x'] }], c: ['y'] } },
    fits: [{ detail: { a: 1, c: 'y' } }, { detail: { b: 'x', c: 'y' } }],
    misses: [{ detail: { a: 0, b: 'z', c: 'y' } }, { detail: { a: 1, c: 'z' } }],
  },
  {
    name: 'fields of one item of a list',
    pattern: { people: { first: ['Anna'], last: ['Müller'] } },
    fits: [
      { people: [{ first: 'Bo' }, { first: 'Anna', last: 'Müller' }] },
      { people: [[{ first: 'Anna', last: 'Müller' }]] },
    ],
    misses: [
      {
        people: [
          { first: 'Anna', last: 'Meier' },
          { first: 'Bo', last: 'Müller' },
        ],
      },
    ],
  },
  {
    name: 'a list and a list have a value in common',
    pattern: { skills: ['French', 'German'] },
    fits: [{ skills: ['Dutch', 'German'] }, { skills: [['French']] }],
    misses: [{ skills: ['Dutch'] }],
  },
  {
    name: 'names that every object inherits',
    pattern: { constructor: [{ exists: false }] },
    fits: [{}],
    misses: [JSON.parse('{"constructor": "a"}')],
  },
];

describe.each(rows)('$name', ({ pattern, fits, misses }) => {
  const read = readPattern(pattern);
  it.each(fits.map((event) => [JSON.stringify(event), event]))('fits %s', (_, event) => {
    expect(read.matches(event)).toBe(true);
  });
  it.each(misses.map((event) => [JSON.stringify(event), event]))('misses %s', (_, event) => {
    expect(read.matches(event)).toBe(false);
  });
});

describe('a pattern that EventBridge would refuse', () => {
  it.each<[string, unknown, string]>([
    ['is no object', 'a', ''],
    ['is empty', {}, ''],
    ['has a value outside of a list', { state: 'open' }, 'state'],
    ['has an empty list', { detail: { state: [] } }, 'detail.state'],
    ['has an empty object', { detail: {} }, 'detail'],
    ['has a list in a list', { a: [['b']] }, 'a[0]'],
    ['has a comparison that does not exist', { a: ['b', { begins: 'c' }] }, 'a[1]'],
    ['has two comparisons in one', { a: [{ prefix: 'b', suffix: 'c' }] }, 'a[0]'],
    ['begins with no text', { a: [{ prefix: 5 }] }, 'a[0].prefix'],
    ['ends in another case of a number', { a: [{ suffix: { 'equals-ignore-case': 5 } }] }, 'a[0].suffix'],
    ['mixes texts and numbers', { a: [{ 'anything-but': ['b', 5] }] }, 'a[0].anything-but'],
    ['excepts nothing', { a: [{ 'anything-but': [] }] }, 'a[0].anything-but'],
    ['excepts null', { a: [{ 'anything-but': null }] }, 'a[0].anything-but'],
    ['excepts an empty beginning', { a: [{ 'anything-but': { prefix: '' } }] }, 'a[0].anything-but.prefix'],
    ['excepts with a range', { a: [{ 'anything-but': { numeric: ['<', 5] } }] }, 'a[0].anything-but'],
    ['has no operator', { a: [{ numeric: [5] }] }, 'a[0].numeric'],
    ['has a range upside down', { a: [{ numeric: ['<', 5, '>', 1] }] }, 'a[0].numeric'],
    ['has a range without numbers', { a: [{ numeric: ['>', 5, '<', 5] }] }, 'a[0].numeric'],
    ['has a number out of range', { a: [{ numeric: ['>', 0, '<', 6e9] }] }, 'a[0].numeric[3]'],
    ['asks for existence with a text', { a: [{ exists: 'yes' }] }, 'a[0].exists'],
    ['has a block without length', { a: [{ cidr: '10.0.0.0' }] }, 'a[0].cidr'],
    ['has a block that is too small', { a: [{ cidr: '10.0.0.0/33' }] }, 'a[0].cidr'],
    ['has two stars in a row', { a: [{ wildcard: 'a**b' }] }, 'a[0].wildcard'],
    ['escapes a letter', { a: [{ wildcard: 'a\\b' }] }, 'a[0].wildcard'],
    ['has one choice', { $or: [{ a: ['b'] }] }, '$or'],
    ['has an empty choice', { $or: [{ a: ['b'] }, {}] }, '$or[1]'],
    ['is too long', { a: ['x'.repeat(5_000)] }, ''],
  ])('%s', (_, pattern, place) => {
    expect(patternProblems(pattern).map((problem) => problem.place)).toEqual([place]);
  });

  it('has more than a thousand combinations', () => {
    const ten = Array.from({ length: 11 }, (_, i) => ({ a: [i] }));
    const pattern = { x: { $or: ten }, y: { $or: ten }, z: { $or: ten } };
    expect(patternProblems(pattern)).toEqual([{ place: '', message: expect.stringContaining('1331 combinations') }]);
  });

  it('tells all of its places at once', () => {
    const read = (): unknown => readPattern({ a: 'b', c: [{ prefix: 1 }], d: [] });
    expect(read).toThrow(EventPatternError);
    expect(read).toThrow(
      'a: expected a list of values or an object, not "b"; write ["b"]; ' +
        'c[0].prefix: expected a text or { "equals-ignore-case": a text }, not 1; ' +
        'd: expected at least one value',
    );
  });
});

it('looks at a long text once, however many stars a wildcard has', () => {
  const { matches } = readPattern({ a: [{ wildcard: `${'*a'.repeat(1_500)}*b` }] });
  expect(matches({ a: 'a'.repeat(200_000) })).toBe(false);
  expect(matches({ a: `${'a'.repeat(200_000)}b` })).toBe(true);
});

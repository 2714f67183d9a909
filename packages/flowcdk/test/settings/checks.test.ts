import {
  line,
  list,
  optional,
  settings,
  type SettingsCheck,
  wholeNumber,
  type WrittenSettings,
} from '../../src/settings';
import { VALID } from './private/bakery';
import { findingsOf } from './private/settings-folder';

// What a check of an application sees, and what becomes of what it says.

/** Gives what `look` sees of the settings of the bakery, and of whatever else the files hold. */
function seen<T>(look: (settings: WrittenSettings) => T, files: Readonly<Record<string, string>>): T {
  let result: { readonly value: T } | undefined;
  const looks: SettingsCheck = (written) => {
    result = { value: look(written) };
    return [];
  };
  findingsOf(settings({}, { checks: [looks] }), files, Object.keys(files).length > 1 ? 'test' : undefined);
  if (!result) throw new Error('the check did not run');
  return result.value;
}

const bakery = { 'settings.yaml': VALID };

test.each<[string, (settings: WrittenSettings) => unknown, unknown]>([
  ['at: a value', ({ at }) => at('shop.opens'), '06:30'],
  ['at: by keys and indices', ({ at }) => at(['breads', 1, 'name']), 'Roll'],
  ['at: nothing', ({ at }) => at('shop.nothing.more'), undefined],
  ['at: no property of every object', ({ at }) => at('shop.constructor'), undefined],
  ['block: what stands there', ({ block }) => Object.keys(block('ovens')), ['stone', 'gas']],
  ['block: nothing where something else stands', ({ block }) => block('breads'), {}],
  ['select: each entry', ({ select }) => select('breads.*.grams'), [{ path: ['breads', 1, 'grams'], value: 60 }]],
  [
    'select: each name',
    ({ select }) => select('ovens.*.degrees').map(({ path }) => path.join('.')),
    ['ovens.stone.degrees'],
  ],
  [
    'texts: nothing else',
    ({ texts }) =>
      texts('breads.*.*')
        .map(({ value }) => value)
        .slice(0, 3),
    ['Rye', 'RY1', 'stone'],
  ],
  [
    'placeOf: words and line',
    ({ placeOf }) => ({ ...placeOf('breads.1.name'), at: placeOf('breads.1.name').at.line }),
    { path: 'breads[Roll].name', at: 11 },
  ],
  ['overlay: what one is called', ({ overlay }) => overlay, 'An overlay (settings.<environment>.yaml)'],
])('%s', (_, look, expected) => {
  expect(seen(look, bakery)).toEqual(expected);
});

test('an overlay is called by its file', () => {
  expect(seen(({ overlay }) => overlay, { ...bakery, 'settings.test.yaml': '{}' })).toMatch(/settings\.test\.yaml$/);
});

const most = wholeNumber('Most', 'At most so many, 1 to 9.', { minimum: 1, maximum: 9, default: 3 });
const names = list('Names', 'Some names.', line('Name', 'A name.', { example: 'a' }), { atMost: 9 });

test('a check sees defaults: a number that is left out counts', () => {
  const notTooMany: SettingsCheck = function* (written) {
    const [limit, count] = [written.at('most'), written.select('names.*').length];
    if (Number(limit) >= count) return;
    yield { path: 'names', message: `${count} names are more than ${String(limit)}`, help: 'Raise most.' };
  };
  const schema = settings({ most, names }, { checks: [notTooMany] });

  expect(findingsOf(schema, { 'settings.yaml': 'provider: { region: dca }\nnames: [a, b, c, d]\n' })).toEqual([
    'settings.yaml:2:1  names: 4 names are more than 3\n    Raise most.',
  ]);
});

test('a check that cannot cope with the wrong form does not hide what is wrong', () => {
  const careless: SettingsCheck = ({ at }) => (at('names') as string[]).flatMap(() => []);
  const schema = settings({ names }, { checks: [careless] });

  expect(findingsOf(schema, { 'settings.yaml': 'provider: { region: dca }\nnames: 7\n' })).toEqual([
    expect.stringContaining('names: has to be a list, not the number 7'),
  ]);
});

test('a check that fails on settings of the right form is a mistake of its author', () => {
  const broken: SettingsCheck = () => {
    throw new TypeError('broken');
  };
  const schema = settings({ names: optional(names) }, { checks: [broken] });

  expect(() => findingsOf(schema, { 'settings.yaml': 'provider: { region: dca }\n' })).toThrow('broken');
});

test('a finding about a name points at the name', () => {
  const noBs: SettingsCheck = ({ block }) =>
    'b' in block('check') ? [{ path: ['check', 'b'], onKey: true, rule: 'no-b', message: 'b!', help: 'No b.' }] : [];
  const text = 'provider: { region: dca }\ncheck:\n  b: off\n';

  expect(findingsOf(settings({}, { checks: [noBs] }), { 'settings.yaml': text })).toEqual([
    'settings.yaml:3:3  check.b: b!\n    No b.',
  ]);
});

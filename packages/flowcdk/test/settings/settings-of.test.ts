import { Type } from '@sinclair/typebox';
import {
  block,
  choice,
  line,
  list,
  loadSettings,
  optional,
  record,
  settings,
  type SettingsOf,
  type SettingsSchema,
  type StandardSettings,
  standardSettings,
  wholeNumber,
  yesOrNo,
} from '../../src/settings';
import { type Bakery, bakerySchema, VALID } from './private/bakery';
import { inFolder, load } from './private/settings-folder';

// The type of the settings comes from the schema. tsc is the judge of this file; running it only proves that it runs.

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <T extends true>(): T | undefined => undefined;

test('what has a default is there, what is optional may be missing', () => {
  is<Equal<Bakery['shop']['holidays'], readonly string[]>>();
  is<Equal<Bakery['breads'][number]['grams'], number>>();
  is<Equal<Bakery['breads'][number]['sliced'], boolean>>();
  is<Equal<Bakery['shop']['website'], string | undefined>>();
  is<Equal<Bakery['greeting'], string | undefined>>();
  is<Equal<Bakery['longestSilence'], number>>();
  is<Equal<Bakery['provider']['version'], string>>();

  // @ts-expect-error -- every bread has its weight
  is<Equal<Bakery['breads'][number]['grams'], number | undefined>>();
});

test('a choice is its words', () => {
  is<Equal<Bakery['breads'][number]['flour'], 'rye' | 'wheat' | 'spelt'>>();
  is<Equal<NonNullable<Bakery['check']>[string], 'off' | 'warn' | 'error'>>();

  // @ts-expect-error -- the default is one of the words
  choice('Flour', 'What it is made of.', ['rye', 'wheat'], { default: 'maize' });
});

test('a record is found by names that may not be there', () => {
  is<Equal<Bakery['ovens'], Readonly<Record<string, { readonly degrees: number }>>>>();

  const { settings: loaded } = load({ 'settings.yaml': VALID });
  // @ts-expect-error -- nobody knows whether there is such an oven
  const degrees: number | undefined = loaded?.ovens['stone'].degrees;

  expect(degrees).toBe(250);
});

test('nobody changes settings', () => {
  const change = ({ shop, breads }: Bakery): void => {
    // @ts-expect-error -- readonly
    shop.name = 'South';
    // @ts-expect-error -- readonly
    breads.push(breads[0]);
  };

  expect(change).toBeInstanceOf(Function);
});

test('schemas of TypeBox have their own types', () => {
  const schema = settings({
    plain: Type.Object({ size: Type.Integer({ default: 5 }), name: Type.Optional(Type.String()) }),
    pair: Type.Tuple([Type.Number(), Type.String()]),
  });
  type Own = SettingsOf<typeof schema>;
  is<Equal<Own['plain'], { readonly size: number; readonly name?: string }>>();
  is<Equal<Own['pair'], readonly [number, string]>>();

  expect(schema.checks).toHaveLength(standardSettings.checks.length);
});

test('the settings of any application are standard settings, too', () => {
  const any: SettingsSchema<StandardSettings> = bakerySchema;
  const own: SettingsSchema<Bakery> = bakerySchema;
  // @ts-expect-error -- the standard settings know no shop
  const wrong: SettingsSchema<Bakery> = standardSettings;

  expect([any, own]).not.toContain(wrong);
});

test('what is loaded is settings or findings', () => {
  const loaded = inFolder({ 'settings.yaml': 'provider: { region: eu-central-1 }' }, (folder) =>
    loadSettings(standardSettings, { folder }),
  );
  // @ts-expect-error -- there may be findings instead
  const { provider } = loaded.settings;

  expect(provider).toEqual({ region: 'eu-central-1', version: '~> 1.82' });
  expect(loaded.findings).toBeUndefined();
});

test('a name that comes with Flowcdk is taken', () => {
  // @ts-expect-error -- division is a standard setting
  expect(() => settings({ division: yesOrNo('Division', 'Whether there is one.', { default: true }) })).toThrow();
});

test('whoever writes a setting says an example or a default', () => {
  // @ts-expect-error -- neither
  line('Name', 'A name.', {});
  // @ts-expect-error -- a number is no text
  line('Name', 'A name.', { example: 7 });
  // @ts-expect-error -- a number has limits
  wholeNumber('Number', 'A number.', { default: 7 });
  // @ts-expect-error -- a list has a limit
  list('Names', 'Some names.', line('Name', 'A name.', { example: 'a' }), {});

  const schema = block('Block', 'A block.', {
    names: optional(record('Names', 'By name.', yesOrNo('Is it?', 'Whether it is.', { example: true }))),
  });
  // @ts-expect-error -- only settings can be inside of a block
  block('Block', 'A block.', { name: 'text' });

  expect(schema.required).toBeUndefined();
});

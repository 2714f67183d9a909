import type { Settings } from '../../src/settings';
import { shippedSettings } from '../private/shipped';

const { lines, reasons } = shippedSettings().supportLine;

const textsIn = ({ texts }: Settings['supportLine']['lines'][number]): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : Object.entries(text as Readonly<Record<string, string>>),
  );

const offers = lines.flatMap(({ language, texts }) =>
  reasons.map(({ key }, i) => [language, key, i + 1, texts.reasons[key]] as const),
);

test('callers are spoken to in English and in French', () => {
  expect(lines.map(({ language }) => language)).toEqual(['en-us', 'fr-fr']);
});

test('each language says everything', () => {
  const [english, french] = lines.map((line) => textsIn(line).map(([name]) => name));

  expect(french).toEqual(english);
});

test('no text is the same in two languages, but for the full stop', () => {
  const [english, french] = lines.map((line) => textsIn(line).map(([, text]) => text));

  expect(english?.filter((text) => french?.includes(text))).toEqual(['.']);
});

test.each(offers)('in %s the reason %s is offered for key %d: %s', (_, __, key, text) => {
  expect(text).toMatch(new RegExp(`(press|tapez) ${key}\\.$`));
});

test.each(lines.map((line) => [line.language, line] as const))('%s: questions with keys name them', (_, { texts }) => {
  expect(texts.firstTimeQuestion).toMatch(/1.*2/);
  expect(texts.customerNumberQuestion).toMatch(/hash|dièse/);
});

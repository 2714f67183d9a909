import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionKind, actionForms } from '../../../src/architect/actions';
import { runners } from '../../../src/emulator/runtime/actions';
import { notEmulated } from '../../../src/emulator/runtime/actions/not-emulated';
import { actionFeatures, actionTable, isPlayed } from '../../../src/emulator/runtime/features';

test('every kind of action is told of, those that are not emulated too', () => {
  expect(actionFeatures().map(({ action }) => action)).toEqual(Object.keys(actionForms).sort());
});

test('what is emulated says how sure we are, and nothing else does', () => {
  const emulated = (Object.keys(actionForms) as ActionKind[]).filter((kind) => runners[kind] !== notEmulated).sort();
  const sure = actionFeatures().filter(({ certainty }) => certainty !== 'not emulated');

  expect(sure.map(({ action }) => action)).toEqual(emulated);
});

test('what only a stand-in plays says so', () => {
  const played = actionFeatures().filter(({ action }) => isPlayed(action as ActionKind));

  expect(played.map(({ action }) => action)).toEqual(['callBotFlow', 'callDigitalBotFlow', 'callLexV2Bot']);
  for (const { note } of played) expect(note).toMatch(/^A stand-in of the test plays the bot/);
  expect(isPlayed('unknown')).toBe(false);
});

const file = join(__dirname, '../../../../../docs/emulator.md');
const between = /<!-- actions -->\n[^]*<!-- \/actions -->/;

/** The layout of a table is prettier's business. */
const plain = (text: string): string => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');

test('docs/emulator.md lists the actions (UPDATE_DOCS=1 writes it)', () => {
  const generated = `<!-- actions -->\n\n${actionTable()}\n\n<!-- /actions -->`;
  if (process.env['UPDATE_DOCS'])
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(between, () => generated),
    );

  expect(plain(between.exec(readFileSync(file, 'utf8'))?.[0] ?? '')).toBe(plain(generated));
});

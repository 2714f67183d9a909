import type { LoggedEvent } from '../../../src/emulator/runtime/events';
import { SilenceMeter } from '../../../src/inspect/timeline';

type Entry = readonly [at: number, type: LoggedEvent['type'], fields?: object];

const silences = (...entries: readonly Entry[]) => {
  const meter = new SilenceMeter();
  for (const [at, type, fields] of entries) meter.hear({ number: 1, at, type, ...fields } as LoggedEvent);
  return meter.silences.map(({ from, to }) => [from, to]);
};

const begins = (at: number): Entry => [at, 'call.offered'];
const speaks = (from: number, to: number): readonly Entry[] => [
  [from, 'audio.started', { kind: 'speech', text: 'Hello' }],
  [to, 'audio.ended', { text: 'Hello' }],
];
const blank = (from: number, to: number): readonly Entry[] => [
  [from, 'audio.started', { kind: 'silence', text: '' }],
  [to, 'audio.ended', { text: '' }],
];
const waits = (from: number, to: number): readonly Entry[] => [
  [from, 'input.awaited'],
  [to, 'input.taken'],
];
const queue = (at: number): Entry => [at, 'queue.entered'];

test.each<[string, readonly Entry[], number[][]]>([
  ['before anything is said', [begins(0), ...speaks(200, 900), queue(900)], [[0, 200]]],
  ['between two texts', [begins(0), ...speaks(0, 500), ...speaks(800, 900), queue(900)], [[500, 800]]],
  ['not while keys are awaited after a question', [begins(0), ...speaks(0, 500), ...waits(500, 4000), queue(4000)], []],
  [
    'while keys are awaited after blank audio: nobody asked anything',
    [begins(0), ...speaks(0, 500), ...blank(500, 600), ...waits(600, 3600), queue(3600)],
    [[500, 3600]],
  ],
  ['not in a queue any more', [begins(0), ...speaks(0, 500), queue(500), [9000, 'call.ended']], []],
  ['up to the end of a call', [begins(0), ...speaks(0, 500), [700, 'call.ended']], [[500, 700]]],
])('there is silence %s', (_, entries, expected) => {
  expect(silences(...entries)).toEqual(expected);
});

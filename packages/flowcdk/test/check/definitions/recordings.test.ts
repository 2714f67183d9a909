import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userPrompt } from '../../../src';
import { recordings } from '../../../src/check/definitions/recordings';

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-recordings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is wrong with a recording of these first characters, filled up to a size. */
function messagesOf(beginning: string, size?: number): readonly string[] {
  const audio = join(folder, 'recording.wav');
  writeFileSync(audio, beginning, 'latin1');
  if (size !== undefined) truncateSync(audio, size);
  return messagesAbout(audio);
}

function messagesAbout(audio: string): readonly string[] {
  const prompt = userPrompt({ name: 'Welcome', languages: { 'en-us': { audio } } });
  return recordings([{ name: 'org', definitions: [prompt] }]).map(({ message }) =>
    message.replace(/^the recording \S+ /, ''),
  );
}

const wav = 'RIFF\u0004\u0000\u0000\u0000WAVEfmt ';

test.each<[what: string, beginning: string, size: number | undefined, expected: readonly string[]]>([
  ['a short WAV file is fine', wav, undefined, []],
  ['25 megabytes are fine', wav, 25_000_000, []],
  ['a byte more is too much', wav, 25_000_001, ['has 25.1 MB']],
  ['full tenths of a megabyte stay as they are', wav, 26_300_000, ['has 26.3 MB']],
  ['nothing is too little', '', undefined, ['is empty']],
  ['another kind of RIFF is no WAV file', wav.replace('WAVE', 'AVI '), undefined, ['is no WAV file']],
  ['WAVE without RIFF is none, either', wav.replace('RIFF', 'RIFX'), undefined, ['is no WAV file']],
  ['what is too short for a header is none', 'RIFF', undefined, ['is no WAV file']],
])('%s', (_, beginning, size, expected) => expect(messagesOf(beginning, size)).toEqual(expected));

test('a folder, and a file that is not there, are no recordings', () => {
  expect(messagesAbout(folder)).toEqual(['is not there']);
  expect(messagesAbout(join(folder, 'none.wav'))).toEqual(['is not there']);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../../src/emulator/runtime/settings';

const page = readFileSync(join(__dirname, '../../../../../docs/emulator.md'), 'utf8');

/** The numbers in a line of the page. */
const documented = (line: string, numbers: RegExp): readonly number[] => {
  const [, ...digits] =
    numbers.exec(page.split('\n').find((candidate) => candidate.startsWith(`| ${line}`)) ?? '') ?? [];
  return digits.map((each) => Number(each.replaceAll(',', '')));
};

test.each(['calls that ended', 'launches of workflows that ended'])(
  'an org keeps as many %s as docs/emulator.md says',
  (line) => {
    const [number = NaN, mebibytes = NaN] = documented(line, /\| ([\d,]+), (\d+) MiB/);
    expect([defaultSettings.keepEnded, defaultSettings.keepEndedBytes]).toEqual([number, mebibytes * 1024 * 1024]);
  },
);

test('a conversation of messages goes on within 72 hours, the longest threading window of the platform', () => {
  expect(defaultSettings.threadingWindow).toBe(Date.UTC(2026, 0, 4) - Date.UTC(2026, 0, 1));
});

test('analytics show at once what happened, and the log has every variable that is set', () => {
  expect(defaultSettings).toMatchObject({ analyticsDelay: 0, logVariables: true });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowcdkError } from 'flowcdk';
import { environments, loadSettings, type StandardSettings } from 'flowcdk/settings';
import { settingsSchema } from '../../src/settings';

const folder = join(__dirname, '../..');
const text = readFileSync(join(folder, 'settings.yaml'), 'utf8');

test.each([undefined, ...environments(folder)])('the settings we ship are valid: %s', (environment) => {
  expect(loadSettings(settingsSchema, { folder, environment }).findings).toBeUndefined();
});

test('without findings there are settings, with everything that has a default', () => {
  const { settings, findings } = loadSettings(settingsSchema, { folder });
  if (findings) throw new FlowcdkError(findings);
  const seconds: number = settings.databases.alpha.timeout + settings.backOffice.timeout;
  const asDeclared: StandardSettings = settings;

  expect(seconds).toBe(15);
  expect(asDeclared.division).toBeUndefined();
});

test('files are named as the folder was', () => {
  expect(loadSettings(settingsSchema, { folder, environment: 'local' }).files).toEqual([
    join(folder, 'settings.yaml'),
    join(folder, 'settings.local.yaml'),
  ]);
});

test('the local environment asks nobody outside this machine', () => {
  const { settings } = loadSettings(settingsSchema, { folder, environment: 'local' });
  const addresses = JSON.stringify(settings).match(/https?:\/\/[^"]+/g);

  expect(settings?.provider.region).toBeUndefined();
  expect(addresses).toHaveLength(6);
  expect(addresses).toEqual(addresses?.map(() => expect.stringMatching(/^http:\/\/127\.0\.0\.1:/)));
});

test('what we ship calls nobody: numbers are reserved for fiction, addresses for examples', () => {
  const { settings } = loadSettings(settingsSchema, { folder });
  const numbers = settings?.supportLine.lines.flatMap((line) => line.numbers) ?? [];
  const hosts = (JSON.stringify(settings).match(/https?:\/\/[^"/]+/g) ?? []).map(
    (address) => new URL(address).hostname,
  );

  expect(numbers).toEqual(numbers.map(() => expect.stringMatching(/^\+(442079460\d{3}|3319900\d{4})$/)));
  expect(hosts).toEqual(hosts.map(() => expect.stringMatching(/\.example$/)));
});

test('nothing is left to be filled in', () => {
  expect(text).not.toMatch(/todo|fixme|xxx|lorem|<[^>]*\bname\b|changeme/i);
});

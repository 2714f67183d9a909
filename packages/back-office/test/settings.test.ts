import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../src/cli/serve';
import { settingsOf } from '../src/cli/settings';

// docs/back-office.md, `flowcdk-back-office serve --help` and the command know the same settings and options.

const page = readFileSync(join(__dirname, '../../../docs/back-office.md'), 'utf8');

const nameOfSetting = /\b[A-Z]+(?:_[A-Z]+)+\b/g;
const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** The names that the command asks the environment for. */
function readNames(): readonly string[] {
  const names: string[] = [];
  const needed: Record<string, string> = {
    GENESYS_ENVIRONMENT: 'mypurecloud.de',
    GENESYS_CLIENT_ID: 'id',
    GENESYS_CLIENT_SECRET: 'secret',
    HISTORY_URL: 'https://history.example',
    HISTORY_KEY: 'key',
  };
  const settings = (environment: Record<string, string>) =>
    settingsOf(
      new Proxy(environment, {
        get: (all, name) => {
          names.push(String(name));
          return all[String(name)];
        },
      }),
    );
  settings(needed);
  settings({ ...needed, DATABASE_URL: 'postgres://127.0.0.1/name' });
  return sorted(names);
}

/** The names in the first column of the table of settings. */
const documented = sorted(
  (page.split('## Settings')[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split('|')[1]?.match(nameOfSetting) ?? []),
);

/** What `--help` says, with the settings behind the options. */
function help(): string {
  let text = '';
  serve()
    .configureOutput({ writeOut: (part) => (text += part) })
    .outputHelp();
  return text;
}

test('every setting that is read stands on the page, and no other', () => {
  expect(documented).toEqual(readNames());
});

test('every setting that is read stands in the help', () => {
  const listed = help().split('Settings stand in the environment:')[1] ?? '';
  const names = listed
    .split('\n')
    .flatMap((line) => /^ {2}([A-Z_, ]+?) {2}/.exec(line)?.[1]?.match(nameOfSetting) ?? []);
  // A name that fills its column stands alone in its line.
  const alone = listed.split('\n').flatMap((line) => /^ {2}([A-Z_]+)$/.exec(line)?.[1] ?? []);

  expect(sorted([...names, ...alone])).toEqual(readNames());
});

test('every option of serve stands on the page', () => {
  const missing = serve()
    .options.map(({ long }) => long ?? '')
    .filter((option) => !page.includes(option));

  expect(missing).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApplication } from 'flowcdk/application';
import { editorSchema, environments } from 'flowcdk/settings';
import application from '../flowcdk.config';
import { settingsSchema } from '../src/settings';

const folder = join(__dirname, '..');

test.each([undefined, ...environments(folder)])(
  'nothing is wrong with the application: environment %s',
  async (environment) => {
    const { opened, findings } = openApplication(application, { folder, environment });

    expect(findings).toBeUndefined();
    expect(await opened?.check()).toEqual([]);
  },
);

test('what editors read is what can be set; npm run settings-schema writes it', () => {
  const written = JSON.parse(readFileSync(join(folder, 'src/settings/settings.schema.json'), 'utf8')) as object;

  expect(written).toEqual(editorSchema(settingsSchema));
});

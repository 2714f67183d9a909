// npm run settings-schema: writes what editors read to explain settings.yaml.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchema } from 'flowcdk/settings';
import { settingsSchema } from '.';

const file = join(__dirname, 'settings.schema.json');
writeFileSync(file, `${JSON.stringify(editorSchema(settingsSchema), null, 2)}\n`);

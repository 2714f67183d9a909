import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlowFile, readFile } from '../../../../src/check/project';

const folder = join(__dirname, '../../../../../../../shared/corpus/flows');

/** Real flows from public repositories, where they are at hand. */
export const corpus = (): readonly FlowFile[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => readFile(name, readFileSync(join(folder, name), 'utf8')))
    : [];

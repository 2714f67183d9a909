// Measures throughput beside peers; see bench/README.md.
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checked, inWords } from '../bench/figure.mjs';

const USAGE = `npm run bench                       a table
npm run bench -- --json             one line of JSON a figure
npm run bench -- yaml               only figures whose file name has this in it
npm run bench -- --once             one round each: whether everything runs, no figures to trust
npm run bench -- --with-cdktf-cli   with the CDKTF command line as a peer (fetches some 400 MB)`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals: figures } = readArguments();
const { json } = values;
if (values.once) process.env.FLOWCDK_BENCH_ONCE = '1';
const options = { root, withCdktfCli: values['with-cdktf-cli'] === true };

const folder = join(root, 'bench/figures');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && (figures.length === 0 || figures.some((part) => name.includes(part))))
  .sort();

if (files.length === 0) {
  console.error(`no figure has ${figures.join(' or ')} in its name: ${readdirSync(folder).sort().join(', ')}`);
  process.exit(2);
}
if (!json) console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
for (const file of files) {
  const { default: figures } = await import(pathToFileURL(join(folder, file)).href);
  for (const figure of await figures(options)) {
    console.log(json ? JSON.stringify(checked(figure)) : inWords(checked(figure)));
  }
}

function readArguments() {
  const known = {
    json: { type: 'boolean' },
    once: { type: 'boolean' },
    'with-cdktf-cli': { type: 'boolean' },
    help: { type: 'boolean' },
  };
  try {
    const read = parseArgs({ options: known, allowPositionals: true });
    if (!read.values.help) return read;
    console.log(USAGE);
    process.exit(0);
  } catch (problem) {
    console.error(`${problem.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

// Measures throughput beside peers; see bench/README.md.
//   npm run bench                       a table
//   npm run bench -- --json             one line of JSON a figure
//   npm run bench -- yaml               only figures whose file name has this in it
//   npm run bench -- --with-cdktf-cli   with the CDKTF command line as a peer (fetches some 400 MB)
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const options = { root, withCdktfCli: args.includes('--with-cdktf-cli') };

const folder = join(root, 'bench/figures');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();

if (!json) console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
for (const file of files) {
  const { default: figures } = await import(pathToFileURL(join(folder, file)).href);
  for (const figure of await figures(options)) console.log(json ? JSON.stringify(figure) : inWords(figure));
}

function inWords({ name, value, unit, peer, peerValue, ratio, goal, met }) {
  const beside = peerValue === null ? peer : `${peer}: ${short(peerValue)} ${unit} (${short(ratio)} ×)`;
  const aim = goal === null ? '' : `\n    goal ${goal}: ${met === null ? 'unknown' : met ? 'met' : 'NOT met'}`;
  return `${name}: ${short(value)} ${unit}\n    ${beside}${aim}`;
}

function short(number) {
  return number >= 100 ? Math.round(number).toLocaleString('en') : String(Number(number.toPrecision(3)));
}

// How an org starts from long journals, as `flowcdk org --state` does: from a compacted one with 100,000 things, and from
// one of a gigabyte that was never compacted. Prints the figures and fails where one is beyond its bound.
//
//   node scripts/test-soak/journal.mjs [--megabytes 1000]
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = join(root, 'packages/flowcdk/bin/flowcdk.cjs');
const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '1000' } } });

const THINGS = 100_000;
const MEGABYTE = 1_000_000;
const bounds = [
  { name: `a compacted journal of ${THINGS} things`, write: writeCompacted, seconds: 3, megabytes: Infinity },
  { name: `a journal of ${values.megabytes} MB, never compacted`, write: writeLong, seconds: 20, megabytes: 600 },
];

for (const { name, write, seconds, megabytes } of bounds) {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-soak-'));
  try {
    const file = join(folder, 'journal.jsonl');
    write(file);
    const before = statSync(file).size;
    const run = await start(folder);
    const after = statSync(file).size;
    console.log(
      `${name}: ${inMegabytes(before)} MB; ready after ${run.seconds.toFixed(1)} s (at most ${seconds}), ` +
        `of which ${run.working.toFixed(1)} s on a processor; ` +
        `${run.megabytes} MB of memory at most${megabytes === Infinity ? '' : ` (at most ${megabytes})`}; ` +
        `then the journal has ${inMegabytes(after)} MB`,
    );
    if (run.seconds > seconds || run.megabytes > megabytes) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inMegabytes(bytes) {
  return Math.round(bytes / MEGABYTE);
}

/** Writes lines to a file until there are no more. */
function writeLines(file, lines) {
  const descriptor = openSync(file, 'w');
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < MEGABYTE) continue;
    writeSync(descriptor, text);
    text = '';
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
}

function thing(i, version) {
  const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
  const division = { id: '00000000-0000-4000-9000-000000000001' };
  return { put: 'wrapupCode', entity: { id, name: `Code ${i}`, division, description: `${version} `.repeat(60) } };
}

function writeCompacted(file) {
  const perLine = 500;
  writeLines(
    file,
    (function* () {
      yield JSON.stringify({ flowcdk: 'org', version: 2, after: THINGS });
      for (let line = 0; line < THINGS / perLine; line++) {
        const changes = Array.from({ length: perLine }, (_, i) => thing(line * perLine + i, 'once'));
        yield JSON.stringify({ snapshot: line + 1, changes });
      }
      yield JSON.stringify({ snapshot: 'end', lines: THINGS / perLine });
    })(),
  );
}

/** The same 20,000 things change again and again. */
function writeLong(file) {
  const most = Number(values.megabytes) * MEGABYTE;
  writeLines(
    file,
    (function* () {
      yield JSON.stringify({ flowcdk: 'org', version: 1 });
      let size = 0;
      for (let n = 1; size < most; n++) {
        const line = JSON.stringify({ n, at: '2026-11-21T08:00:00.000Z', changes: [thing(n % 20_000, `change ${n}`)] });
        size += line.length + 1;
        yield line;
      }
    })(),
  );
}

/** Starts an org from a folder, and ends it when it listens. */
async function start(folder) {
  const began = performance.now();
  const child = spawn(process.execPath, [bin, 'org', '--port', '0', '--log', 'quiet', '--state', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('ready on')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the org ended with ${code}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  const run = { seconds, working: workingTimeOf(child.pid), megabytes: mostMemoryOf(child.pid) };
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  return run;
}

/** The most memory that a process had, in megabytes, where the system tells (Linux); otherwise 0. */
function mostMemoryOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round((Number(kilobytes) * 1024) / MEGABYTE);
  } catch {
    return 0;
  }
}

/** The seconds that a process had a processor, where the system tells (Linux); otherwise 0. A busy machine has few. */
function workingTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const TICKS = 100;
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

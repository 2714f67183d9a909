// A PostgreSQL server of its own for a test run: Debian's, in a folder that is gone afterwards.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';

const installed = '/usr/lib/postgresql';

/** The folder of the newest server's programs; undefined where there is no server. */
export function serverPrograms() {
  if (!existsSync(installed)) return undefined;
  const versions = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(installed, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** Runs `use` with the address of a server, `postgres://user@host:port`. */
export async function withPostgres(use) {
  const bin = serverPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-postgres-'));
  // PostgreSQL refuses to run as root. Debian's package brings a user for it.
  const asOwner = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  if (asOwner.length > 0) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
    chownSync(folder, uid, gid);
  }
  const run = (program, ...args) => {
    const [command, ...rest] = [...asOwner, join(bin, program), ...args];
    execFileSync(command, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const data = join(folder, 'data');
  const port = await freePort();
  run('initdb', '--pgdata', data, '--auth', 'trust', '--username', 'flowcdk');
  // Loopback alone; and killed clients are what the tests are about, not killed servers.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200`;
  run('pg_ctl', '--pgdata', data, '--log', join(folder, 'log'), '--options', options, '--wait', 'start');
  try {
    return await use(`postgres://flowcdk@127.0.0.1:${port}`);
  } finally {
    run('pg_ctl', '--pgdata', data, '--mode', 'immediate', '--wait', 'stop');
    rmSync(folder, { recursive: true, force: true });
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes a folder of PGlite for this process: two processes in one folder destroy it. A lock whose process was killed
 * counts no more.
 *
 * @returns gives the folder back
 * @throws when another process has the folder
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'back-office.pid');
  const owner = Number(readIfThere(file));
  if (owner !== process.pid && isAlive(owner))
    throw new Error(
      `The folder ${folder} is in use by the process ${owner}. PGlite is for one process: stop it, or use PostgreSQL (DATABASE_URL).`,
    );
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

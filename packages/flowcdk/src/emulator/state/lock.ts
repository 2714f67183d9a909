import { closeSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Another process uses the folder. */
export class FolderInUse extends Error {}

const NAME = /^lock-(\d+)-(\d+)$/;

/**
 * Makes a folder this process's alone; gives what frees it.
 *
 * Every process puts a file of its own there first and looks for those of others then. So of two that start at the same
 * moment at least one sees the other, and a file left by a process that was killed can be taken away by anybody: its
 * name says whose it is, and nobody else will ever use that name.
 *
 * @throws FolderInUse with the number of the process that has it
 */
export function lockFolder(folder: string): () => void {
  const own = nameOf(process.pid);
  const file = join(folder, own);
  try {
    closeSync(openSync(file, 'wx'));
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
    throw inUse(folder, process.pid);
  }
  const free = (): void => rmSync(file, { force: true });
  for (const other of readdirSync(folder)) {
    const [, pid] = NAME.exec(other) ?? [];
    if (pid === undefined || other === own) continue;
    if (isRunning(Number(pid)) && nameOf(Number(pid)) === other) {
      free();
      throw inUse(folder, Number(pid));
    }
    rmSync(join(folder, other), { force: true });
  }
  return free;
}

const inUse = (folder: string, pid: number): FolderInUse =>
  new FolderInUse(
    `the folder ${folder} is in use by the process ${pid}, another local org. ` +
      'End it, or choose another folder for --state.',
  );

const nameOf = (pid: number): string => `lock-${pid}-${startOf(pid)}`;

/**
 * When a process began, where the system tells (Linux): numbers of processes are used again, in containers from the
 * first start on. Elsewhere the number alone has to do.
 */
function startOf(pid: number): string {
  try {
    // The second field is a name in parentheses that may hold anything; the 22nd is the start in ticks since boot.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    // Somebody else's process is one.
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

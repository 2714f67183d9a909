import { closeSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Another process uses the folder. */
export class FolderInUse extends Error {}

const NAME = /^lock-(\d+)-(\d+)$/;

/**
 * Locks a folder for this process and gives the function that frees it.
 *
 * Every process first writes a file of its own and then looks for the files of others. So of two processes that start
 * at the same moment, at least one sees the other. Any process can remove the file of a killed process: the name
 * identifies its process, and no other process will ever use that name.
 *
 * @throws FolderInUse with the id of the process that has the lock
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
 * The start of a process, where the system knows it (Linux). Systems reuse process ids, and containers do so from their
 * first start on. Elsewhere the id alone has to suffice.
 */
function startOf(pid: number): string {
  try {
    // The second field is a name in parentheses, which may contain anything. The 22nd is the start in ticks since boot.
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
    // The process of another user is a running process as well.
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

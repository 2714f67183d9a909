import { readFileSync, truncateSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { disk, type Disk, type OpenFile } from '../../../src/emulator/state/disk';

/** The process ended here. */
class Interrupted extends Error {}

/**
 * A disk that lets a process end before one of its steps, and then knows what a loss of power would have taken. Files are
 * never really synced, which would take most of the time.
 */
export interface InterruptedDisk extends Disk {
  /** How many steps there were. */
  readonly steps: () => number;
  /** Cuts every file to what the disk has for sure. */
  readonly losePower: () => void;
}

/**
 * @param before the number of the step, from 1, that does not happen any more; a write happens by half
 */
export function interruptedDisk(before: number): InterruptedDisk {
  let steps = 0;
  const files = new Map<OpenFile, { name: string; synced: number }>();
  /** Bytes by name that a loss of power leaves. */
  const safe = new Map<string, number>();

  const step = (last?: () => void): void => {
    steps += 1;
    if (steps === before) last?.();
    if (steps >= before) throw new Interrupted('the process ended');
  };
  const synced = (file: OpenFile): void => {
    const known = files.get(file);
    if (known) safe.set(known.name, disk.size(file));
  };
  return {
    ...disk,
    steps: () => steps,
    losePower: () => {
      for (const [name, size] of safe) if (readFileSync(name).length > size) truncateSync(name, size);
    },
    open: (name, how) => {
      if (how !== 'read') step();
      const file = disk.open(name, how);
      files.set(file, { name, synced: 0 });
      if (how === 'replace') safe.set(name, 0);
      else if (how === 'append' && !safe.has(name)) safe.set(name, disk.size(file));
      return file;
    },
    write: (file, bytes) => {
      step(() => void disk.write(file, bytes.subarray(0, bytes.length >> 1)));
      // Disks may take fewer bytes than they are offered.
      return disk.write(file, bytes.subarray(0, Math.max(1, bytes.length - 7)));
    },
    truncate: (file, size) => {
      step();
      disk.truncate(file, size);
    },
    sync: (file) => {
      step();
      synced(file);
    },
    syncMeanwhile: async (file) => {
      step();
      await setImmediate();
      synced(file);
    },
    rename: (from, to) => {
      step();
      disk.rename(from, to);
      safe.set(to, safe.get(from) ?? 0);
      safe.delete(from);
      for (const known of files.values()) if (known.name === from) known.name = to;
    },
    syncFolder: () => {
      step();
    },
    remove: (name) => {
      step();
      disk.remove(name);
      safe.delete(name);
    },
  };
}

import { appendFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Heard } from './heard';

/** An event that the handler refused each time. */
export interface DeadLetter {
  readonly heard: Heard;
  /** The message of the last error. */
  readonly problem: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** Where a listener puts events that the handler refused each time. */
export interface DeadLetterStore {
  add(letter: DeadLetter): Promise<void>;
  /** Gives every letter and empties the store. */
  takeAll(): Promise<readonly DeadLetter[]>;
}

/**
 * Keeps dead letters in a file, one JSON object a line.
 *
 * @example
 * ```ts
 * const letters = fileDeadLetters('refused-events.jsonl');
 * ```
 */
export function fileDeadLetters(file: string): DeadLetterStore {
  const taken = `${file}.taken`;
  const read = async (from: string): Promise<readonly DeadLetter[]> => {
    const text = await readFile(from, 'utf8').catch((problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ENOENT') return '';
      throw problem;
    });
    return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as DeadLetter]));
  };
  return {
    add: async (letter) => {
      await mkdir(dirname(file), { recursive: true });
      await appendFile(file, `${JSON.stringify(letter)}\n`);
    },
    takeAll: async () => {
      const before = await read(taken);
      await rename(file, taken).catch((problem: NodeJS.ErrnoException) => {
        if (problem.code !== 'ENOENT') throw problem;
      });
      const letters = [...before, ...(await read(taken))];
      await rm(taken, { force: true });
      return letters;
    },
  };
}

/**
 * Keeps dead letters as long as the process lives, the newest thousand.
 *
 * @example
 * ```ts
 * const letters = deadLettersInMemory();
 * ```
 */
export function deadLettersInMemory(): DeadLetterStore {
  const MOST = 1_000;
  let letters: DeadLetter[] = [];
  return {
    add: (letter) => {
      letters = [...letters.slice(1 - MOST), letter];
      return Promise.resolve();
    },
    takeAll: () => {
      const all = letters;
      letters = [];
      return Promise.resolve(all);
    },
  };
}

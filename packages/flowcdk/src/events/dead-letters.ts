import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
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
  /**
   * Gives every letter. They stay in the store until {@link forget}, so that a process that dies meanwhile has them again.
   * Letters that are added later wait for the next call.
   */
  takeAll(): Promise<readonly DeadLetter[]>;
  /** Removes the letters that `takeAll` gave: each was handled, or was added again. */
  forget(): Promise<void>;
}

/**
 * Keeps dead letters in a file, one JSON object a line. Those that are being handed over lie beside it, in a file whose
 * name ends with `.taken`.
 *
 * @example
 * ```ts
 * const letters = fileDeadLetters('refused-events.jsonl');
 * ```
 */
export function fileDeadLetters(file: string): DeadLetterStore {
  const taken = `${file}.taken`;
  let turn: Promise<unknown> = Promise.resolve();
  // A letter that is added while the file is read would be removed with it.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  const takeAll = async (): Promise<readonly DeadLetter[]> => {
    const fresh = await textOf(file);
    if (lettersIn(fresh, file).length > 0) {
      // A process that dies between the two has these letters twice, and none is lost.
      await appendFile(taken, fresh.endsWith('\n') ? fresh : `${fresh}\n`);
      await rm(file);
    }
    return lettersIn(await textOf(taken), taken);
  };
  const add = async (letter: DeadLetter): Promise<void> => {
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, `${JSON.stringify(letter)}\n`);
  };
  return {
    add: (letter) => inTurn(() => add(letter)),
    takeAll: () => inTurn(takeAll),
    forget: () => inTurn(() => rm(taken, { force: true })),
  };
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return '';
    throw problem;
  });
}

const lettersIn = (text: string, file: string): readonly DeadLetter[] =>
  text.split('\n').flatMap((line, i) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as DeadLetter];
    } catch {
      throw new Error(`${file}, line ${i + 1}: this is no dead letter. Mend or remove the line; the others wait.`);
    }
  });

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
  let letters: readonly DeadLetter[] = [];
  let taken: readonly DeadLetter[] = [];
  return {
    add: (letter) => {
      letters = [...letters.slice(1 - MOST), letter];
      return Promise.resolve();
    },
    takeAll: () => {
      taken = [...taken, ...letters];
      letters = [];
      return Promise.resolve(taken);
    },
    forget: () => {
      taken = [];
      return Promise.resolve();
    },
  };
}

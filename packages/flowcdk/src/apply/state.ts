import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unreadableState } from './problems';
import type { Exported } from './resource-kind';
import { isValues, Secret, type Value } from './values';

/** What an apply left behind, so that the next one knows what is there and what has changed. */
export interface State {
  /** Id of the organisation all of it is in. */
  readonly organization: string;
  /** By address, in the order in which they were made. */
  readonly resources: Readonly<Record<string, Kept>>;
}

export interface Kept {
  readonly type: string;
  readonly made: Exported;
  /** Tells whether anything that was given has changed. */
  readonly given: string;
  /** Tells whether anything has changed that cannot be changed. */
  readonly fixed: string;
}

const FILE = 'flowcdk-org-state.json';

/** The state beside a stack; undefined where nothing was applied yet. */
export function readState(folder: string): State | undefined {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8'), revived) as unknown;
    if (isState(state)) return state;
  } catch {
    // Told below.
  }
  throw unreadableState(file);
}

/** It holds neither secrets of the org nor values of variables, but hashes of them: nobody else may read it. */
export function writeState(folder: string, state: State): void {
  const file = join(folder, FILE);
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(state, written, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

// `JSON.stringify` calls `toJSON` before it asks here; the holder still has the secret itself.
function written(this: unknown, key: string, value: unknown): unknown {
  const own = (this as Readonly<Record<string, unknown>>)[key];
  return own instanceof Secret ? { secret: own.of } : value;
}

const revived = (_key: string, value: Value): Value => {
  if (!isValues(value) || Object.keys(value).length !== 1) return value;
  return typeof value['secret'] === 'string' ? new Secret(value['secret']) : value;
};

const isState = (value: unknown): value is State =>
  isValues(value) &&
  typeof value['organization'] === 'string' &&
  isValues(value['resources']) &&
  Object.values(value['resources']).every(
    (kept) =>
      isValues(kept) &&
      ['type', 'given', 'fixed'].every((name) => typeof kept[name] === 'string') &&
      isValues(kept['made']) &&
      typeof kept['made']['id'] === 'string',
  );

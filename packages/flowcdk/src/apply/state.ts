import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEEPEST, isDeeperThan } from '../ground/json-depth';
import type { Intent } from './intent';
import { stateNotWritten, unreadableState } from './refusals';
import type { Exported } from './resource-kind';
import { isValues, Secret, type Value } from './values';

/** What the next apply needs to know of the one before: which resources exist, and from which values. */
export interface State {
  /** Id of the organisation that holds the resources. */
  readonly organization: string;
  /** By address, in the order in which they were created. */
  readonly resources: Readonly<Record<string, Kept>>;
  /** What was about to be created, by address. */
  readonly intents?: Readonly<Record<string, Intent>> | undefined;
}

export interface Kept {
  readonly type: string;
  readonly made: Exported;
  /** A fingerprint of the attributes and files. Another one means that something has changed. */
  readonly given: string;
  /** A fingerprint of the attributes that cannot change. Another one means a new resource. */
  readonly fixed: string;
}

const FILE = 'flowcdk-org-state.json';

/** The state beside a stack. Undefined where nothing was applied yet. */
export function readState(folder: string): State | undefined {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    const state = isDeeperThan(DEEPEST, text) ? undefined : (JSON.parse(text, revived) as unknown);
    if (isState(state)) return state;
  } catch {
    // The error below says so.
  }
  throw unreadableState(file);
}

/** The file holds hashes of secrets and of variables, never their values. Nobody else may read it all the same. */
export function writeState(folder: string, state: State): void {
  const file = join(folder, FILE);
  const draft = `${file}.new`;
  try {
    writeFileSync(draft, `${JSON.stringify(state, written, 2)}\n`, { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } catch (problem) {
    throw stateNotWritten(file, problem instanceof Error ? problem.message : String(problem));
  }
}

// `JSON.stringify` calls `toJSON` before it calls this function. The holder still has the secret itself.
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
  (value['intents'] === undefined || isValues(value['intents'])) &&
  Object.values(value['resources']).every(
    (kept) =>
      isValues(kept) &&
      ['type', 'given', 'fixed'].every((name) => typeof kept[name] === 'string') &&
      isValues(kept['made']) &&
      typeof kept['made']['id'] === 'string',
  ) &&
  Object.values(value['intents'] ?? {}).every(
    (intent) =>
      isValues(intent) &&
      ['type', 'fixed'].every((name) => typeof intent[name] === 'string') &&
      Array.isArray(intent['before']),
  );

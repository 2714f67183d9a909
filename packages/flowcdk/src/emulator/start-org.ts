import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { ExportedAction } from '../data-action';
import { routes } from './api';
import type { Life, Living } from './living';
import { serveChannels } from './channel-sockets';
import { loopbackHosts } from './known-hosts';
import type { LimitValues } from './limits/limits';
import { type Answered, serverOf } from './server';
import { addFirstContent } from './state/first-content';
import { type Journal, type JournalOptions, openJournal } from './state/journal';
import { Org } from './state/org';

export interface StartOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /**
   * Names under which the org is reached besides those of this machine. If it listens on this machine, it refuses all
   * others. If it listens for other machines, its answers have no addresses under others.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** The folder in which the org keeps its contents. @default nothing is kept */
  readonly state?: string | undefined;
  /** The contents of the org before the first deployment. It counts only for an org that is still empty. */
  readonly seed?: { readonly file: string; readonly text: string } | undefined;
  /** Data actions that the org imports each time it starts. A data action that it has already is replaced. */
  readonly dataActions?: readonly ExportedAction[] | undefined;
  readonly onlyToken?: string | undefined;
  /** @default false */
  readonly enforcePermissions?: boolean | undefined;
  /** @default none */
  readonly limits?: LimitValues | undefined;
  /** The settings of the runtime: chance, and behaviour that the platform leaves open. */
  readonly life?: Life | undefined;
  /** Takes how much of the journal has been read, in bytes. */
  readonly onProgress?: ((read: number, of: number) => void) | undefined;
  /** Takes a note about the state of the files, in words for the user. */
  readonly onNotice?: ((notice: string) => void) | undefined;
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
  readonly onDefect?: ((problem: unknown) => void) | undefined;
}

/** A listening org. */
export interface RunningOrg {
  readonly port: number;
  readonly org: Org;
  readonly stop: () => Promise<void>;
}

/** Starts a local org. It listens when the promise resolves. */
export async function startOrg(options: StartOptions): Promise<RunningOrg> {
  const {
    host,
    port: requestedPort,
    allowedHosts = [],
    state,
    seed,
    dataActions,
    life = {},
    onProgress,
    onNotice,
    ...served
  } = options;
  const org: Org = new Org({
    now: () => new Date(),
    newId: randomUUID,
    keep: (changes, at) => journal?.keep(changes, at),
  });
  const journal = state === undefined ? undefined : journalOf(org, state, { onProgress, onNotice });
  // The runtime is loaded after the org listens, because most callers only deploy.
  let alive: Promise<Living> | undefined;
  const lives = (): Promise<Living> =>
    (alive ??= import('./living').then(({ living }) => living(org, { ...life, limits: life.limits ?? served.limits })));
  const { addWhatIsThereAtFirst, addImported } = await contentOf(org, { seed, dataActions });
  const { hosts, ownNames } = namesFor(host, allowedHosts);
  const server = serverOf({ org, routes, hosts, ownNames, life: lives, addWhatIsThereAtFirst, ...served });
  try {
    await journal?.compactIfLong();
    if (org.all('organization').length === 0) org.transaction(addWhatIsThereAtFirst);
    else addImported();
    await server.listen({ host, port: requestedPort });
  } catch (problem) {
    await journal?.close();
    throw problem;
  }
  setImmediate(() => void lives());
  const endChannels = serveChannels(server.server, { life: lives, hosts });
  const { port } = server.server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    endChannels();
    await server.close();
    (await alive)?.stop();
    await journal?.close();
  };
  return { port, org, stop };
}

/** The names under which the org is reached, and those that its answers may have. */
const namesFor = (host: string, allowed: readonly string[]) => ({
  hosts: loopbackHosts.includes(host) ? [...loopbackHosts, ...allowed] : undefined,
  ownNames: [...loopbackHosts, host, ...allowed],
});

/** What an org holds before somebody deploys to it, and what it imports each time it starts. */
async function contentOf(org: Org, { seed, dataActions }: Pick<StartOptions, 'seed' | 'dataActions'>) {
  const addSeed = seed && (await import('./seed')).addSeed;
  const importing = dataActions && (await import('./import-data-actions')).importDataActions;
  const addImported = (): void => {
    if (dataActions) importing?.(org, dataActions, { credentialValue: (field) => `a value for ${field}` });
  };
  const addWhatIsThereAtFirst = (): void => {
    addFirstContent(org);
    if (seed) addSeed?.(org, seed.text, seed.file);
    addImported();
  };
  return { addWhatIsThereAtFirst, addImported };
}

/** Opens the journal of an org and replays it. */
function journalOf(org: Org, state: string, options: Pick<JournalOptions, 'onProgress' | 'onNotice'>): Journal {
  return openJournal(state, {
    ...options,
    replay: (changes) => org.replay(changes),
    contents: () => org.contents(),
  });
}

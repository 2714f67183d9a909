import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { routes } from './api';
import type { Life, Living } from './living';
import { loopbackHosts } from './known-hosts';
import type { LimitValues } from './limits/limits';
import { type Answered, serverOf } from './server';
import { addFirstContent } from './state/first-content';
import { type Journal, openJournal } from './state/journal';
import { Org } from './state/org';

export interface StartOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Names under which the org is reached besides those of this machine. They count only where it listens on this machine. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Folder in which the org keeps what it holds. @default nothing is kept */
  readonly state?: string | undefined;
  /** What the org has before anybody deploys to it; only for one that holds nothing yet. */
  readonly seed?: { readonly file: string; readonly text: string } | undefined;
  readonly onlyToken?: string | undefined;
  /** @default false */
  readonly enforcePermissions?: boolean | undefined;
  /** @default none */
  readonly limits?: LimitValues | undefined;
  /** How it lives: what depends on chance, and on what the platform leaves open. */
  readonly life?: Life | undefined;
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
  readonly onDefect?: ((problem: unknown) => void) | undefined;
}

/** An org that listens. */
export interface RunningOrg {
  readonly port: number;
  readonly org: Org;
  readonly notice?: string | undefined;
  readonly stop: () => Promise<void>;
}

/** Starts a local org; it listens when this resolves. */
export async function startOrg(options: StartOptions): Promise<RunningOrg> {
  const { host, port: wanted, allowedHosts = [], state, seed, life = {}, ...served } = options;
  const journal: Journal | undefined = state === undefined ? undefined : openJournal(state);
  const org = new Org({ now: () => new Date(), newId: randomUUID, keep: journal?.keep });
  if (journal) org.replay(journal.changes);
  // Loaded when it listens already: most of who asks only deploys.
  let alive: Promise<Living> | undefined;
  const lives = (): Promise<Living> =>
    (alive ??= import('./living').then(({ living }) => living(org, { ...life, limits: life.limits ?? served.limits })));
  const addSeed = seed && (await import('./seed')).addSeed;
  const addWhatIsThereAtFirst = (): void => {
    addFirstContent(org);
    if (seed) addSeed?.(org, seed.text, seed.file);
  };
  const hosts = loopbackHosts.includes(host) ? [...loopbackHosts, ...allowedHosts] : undefined;
  const server = serverOf({ org, routes, hosts, life: lives, addWhatIsThereAtFirst, ...served });
  try {
    if (org.all('organization').length === 0) org.transaction(addWhatIsThereAtFirst);
    await server.listen({ host, port: wanted });
  } catch (problem) {
    journal?.close();
    throw problem;
  }
  setImmediate(() => void lives());
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    org,
    notice: journal?.notice,
    stop: async () => {
      await server.close();
      (await alive)?.stop();
      journal?.close();
    },
  };
}

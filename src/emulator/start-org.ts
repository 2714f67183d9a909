import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { routes } from './api';
import { addSeed } from './seed';
import { type Answered, serverOf } from './server';
import { addFirstContent } from './state/first-content';
import { type Journal, openJournal } from './state/journal';
import { Org } from './state/org';

export interface StartOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Folder in which the org keeps what it holds. @default nothing is kept */
  readonly state?: string;
  /** What the org has before anybody deploys to it; only for one that holds nothing yet. */
  readonly seed?: { readonly file: string; readonly text: string };
  readonly onlyToken?: string;
  readonly onAnswer?: (answered: Answered) => void;
  readonly onDefect?: (problem: unknown) => void;
}

/** An org that listens. */
export interface RunningOrg {
  readonly port: number;
  readonly org: Org;
  readonly notice?: string;
  readonly stop: () => Promise<void>;
}

/** Starts a local org; it listens when this resolves. */
export async function startOrg(options: StartOptions): Promise<RunningOrg> {
  const { host, state, onlyToken, onAnswer, onDefect } = options;
  const journal: Journal | undefined = state === undefined ? undefined : openJournal(state);
  const org = new Org({ now: () => new Date(), newId: randomUUID, ...(journal ? { keep: journal.keep } : {}) });
  if (journal) org.replay(journal.changes);
  try {
    if (org.all('organization').length === 0) {
      org.transaction(() => {
        addFirstContent(org);
        if (options.seed) addSeed(org, options.seed.text, options.seed.file);
      });
    }
  } catch (problem) {
    journal?.close();
    throw problem;
  }
  const server = serverOf({
    org,
    routes,
    ...(onlyToken === undefined ? {} : { onlyToken }),
    ...(onAnswer === undefined ? {} : { onAnswer }),
    ...(onDefect === undefined ? {} : { onDefect }),
  });
  try {
    await server.listen({ host, port: options.port });
  } catch (problem) {
    journal?.close();
    throw problem;
  }
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    org,
    ...(journal?.notice === undefined ? {} : { notice: journal.notice }),
    stop: async () => {
      await server.close();
      journal?.close();
    },
  };
}

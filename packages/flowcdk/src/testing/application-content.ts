import { routes } from '../emulator/api';
import { chance } from '../emulator/runtime/chance';
import { serverOf } from '../emulator/server';
import { addFirstContent } from '../emulator/state/first-content';
import { type Change, Org } from '../emulator/state/org';
import { Connection, type OrgContent, readContent } from '../pull';
import type { OpenApplication } from '../application/open-application';
import { deployed } from './deployed';
import { MONDAY_TEN } from './living-org';
import { sendInMemory } from './send-in-memory';

/** Nobody listens there: requests go through memory. */
const ORIGIN = 'http://127.0.0.1';

/**
 * What an application deploys, read as any other org is read: it is applied to an org in memory. What every new org has
 * does not belong to it.
 */
export async function applicationContent(application: OpenApplication): Promise<OrgContent> {
  const { changes } = await deployed(application, { at: MONDAY_TEN });
  const [all, atFirst] = [await contentOf(changes), await contentOf(firstChanges())];
  return { name: 'the application', items: new Map([...all.items].filter(([key]) => !atFirst.items.has(key))) };
}

function firstChanges(): readonly Change[] {
  const ids = chance('first content');
  const org = new Org({ now: () => new Date(MONDAY_TEN), newId: () => ids.id() });
  addFirstContent(org);
  return org.contents();
}

async function contentOf(changes: readonly Change[]): Promise<OrgContent> {
  const ids = chance('content');
  const org = new Org({ now: () => new Date(MONDAY_TEN), newId: () => ids.id() });
  org.replay(changes);
  const server = serverOf({ org, routes });
  try {
    const send = await sendInMemory(server);
    return await readContent(
      new Connection({
        address: { name: 'memory', api: ORIGIN, login: ORIGIN },
        credentials: { token: 'local' },
        exchange: async ({ method, url, headers, body }) => {
          const { pathname, search } = new URL(url);
          const request = { method, path: `${pathname}${search}`, headers };
          return { headers: {}, ...(await send(body === undefined ? request : { ...request, body })) };
        },
        now: () => MONDAY_TEN,
        pause: () => Promise.resolve(),
      }),
    );
  } finally {
    await server.close();
  }
}

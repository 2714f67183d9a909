/**
 * What the story uses of `@flowcdk/back-office`. It is written down here, because a project may live without that package:
 * it is for those who run the service.
 */
export interface BackOfficePackage {
  openBackOffice(
    settings: {
      readonly database: { readonly memory: true };
      readonly gateway: {
        readonly api: string;
        readonly login: string;
        readonly clientId: string;
        readonly clientSecret: string;
      };
    },
    surroundings: {
      readonly clock: { now(): Date };
      readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
    },
  ): Promise<OpenBackOffice>;
}

interface OpenBackOffice {
  readonly server: { listen(place: { readonly host: string; readonly port: number }): Promise<string> };
  readonly keys: { add(role: 'genesys', name: string): Promise<string> };
  readonly pairings: { pair(interactionId: string, customerId: string): Promise<unknown> };
  readonly worker: { work(): Promise<number> };
  readonly records:
    { find(query: { readonly interactionId: string; readonly most: number }): Promise<readonly object[]> } | undefined;
  close(): Promise<void>;
}

/** The package, where the project has it. */
export async function backOfficePackage(): Promise<BackOfficePackage | undefined> {
  // In a variable, so that the compiler does not insist on it.
  const name: string = '@flowcdk/back-office';
  try {
    return (await import(name)) as BackOfficePackage;
  } catch (problem) {
    if (problem instanceof Error && problem.message.includes(name)) return undefined;
    throw problem;
  }
}

/** A back office in memory that listens on this machine, for one call. */
export interface BackOfficeOfCall {
  /** Where finished calls are posted. */
  readonly url: string;
  /** What the data action signs in with. */
  readonly key: string;
  /** It has its time from an org, and asks its API for the names of agents and wrap-up codes. */
  livesBeside(org: OrgOfCall): void;
  /** As the agents' front end does it during the call. */
  pair(conversationId: string, customerId: string): Promise<unknown>;
  /** What became of the report: the record in the communication history, with its names. */
  recordOf(conversationId: string): Promise<object | undefined>;
  close(): Promise<void>;
}

interface OrgOfCall {
  readonly clock: { now(): number };
  readonly fetch: (url: string, init: Pick<RequestInit, 'method' | 'body'>) => Promise<Response>;
}

export async function backOfficeOfCall({ openBackOffice }: BackOfficePackage): Promise<BackOfficeOfCall> {
  let org: OrgOfCall | undefined;
  const api = 'https://api.genesys.example';
  const office = await openBackOffice(
    {
      database: { memory: true },
      gateway: { api, login: api, clientId: 'story', clientSecret: 'story' },
    },
    {
      clock: { now: () => new Date(org?.clock.now() ?? Date.now()) },
      fetch: (url, { method, body }) => {
        // The org of the story gives no tokens, and asks for none.
        if (!org || url === `${api}/oauth/token`) return Promise.resolve(Response.json({ access_token: 'story' }));
        return org.fetch(url, { ...(method === undefined ? {} : { method }), ...(body ? { body } : {}) });
      },
    },
  );
  const key = await office.keys.add('genesys', 'the data action of the story');
  const address = await office.server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${address}/customers/supportResult`,
    key,
    livesBeside: (living) => (org = living),
    pair: (conversationId, customerId) => office.pairings.pair(conversationId, customerId),
    recordOf: async (conversationId) => {
      while ((await office.worker.work()) > 0);
      const [stored] = (await office.records?.find({ interactionId: conversationId, most: 1 })) ?? [];
      // The id is another one each time, and the story is the same.
      const attributes = Object.entries(stored ?? {}).filter(
        ([name]) => !['id', 'createdAt', 'changedAt'].includes(name),
      );
      return stored && Object.fromEntries(attributes);
    },
    close: () => office.close(),
  };
}

import type { dataActionFindings, findingsInOrg, triggerFindings } from '../publish/findings-in-org';
import type { judge } from '../publish/publish';

interface Publisher {
  readonly judge: typeof judge;
  readonly dataActionFindings: typeof dataActionFindings;
  readonly triggerFindings: typeof triggerFindings;
  readonly findingsInOrg: typeof findingsInOrg;
}

let loaded: Publisher | undefined;

/**
 * Loads the code that reads and checks flows. It takes a while to load, and many users of an org never publish a flow.
 */
export async function loadPublisher(): Promise<void> {
  loaded ??= { ...(await import('../publish/publish')), ...(await import('../publish/findings-in-org')) };
}

/** The code that judges flows. Routes load it in `prepare`. */
export function publisher(): Publisher {
  if (!loaded) throw new Error('a flow was judged before the publisher was loaded');
  return loaded;
}

/** The same where a route answers without it, too, and only warns of less. */
export const publisherIfLoaded = (): Publisher | undefined => loaded;

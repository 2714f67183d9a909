import type { judge } from '../publish/publish';

let loaded: { readonly judge: typeof judge } | undefined;

/**
 * Loads the code that reads and checks flows. It takes a while to load, and many users of an org never publish a flow.
 */
export const loadPublisher = async (): Promise<void> => void (loaded ??= await import('../publish/publish'));

/** The code that judges flows. Routes load it in `prepare`. */
export function publisher(): { readonly judge: typeof judge } {
  if (!loaded) throw new Error('a flow was judged before the publisher was loaded');
  return loaded;
}

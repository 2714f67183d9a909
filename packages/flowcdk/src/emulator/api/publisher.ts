import type { judge } from '../publish/publish';

let loaded: { readonly judge: typeof judge } | undefined;

/** Reading and checking flows takes a while to load, and many who use an org never publish one. */
export const loadPublisher = async (): Promise<void> => void (loaded ??= await import('../publish/publish'));

/** What judges flows; for routes that prepare by loading it. */
export function publisher(): { readonly judge: typeof judge } {
  if (!loaded) throw new Error('a flow was judged before the publisher was loaded');
  return loaded;
}

import { ownRoute } from './flowcdk/own-route';
import type { Route } from './route';

/** The routes that list what the local org can do, read from the declarations of all routes. */
export const featureRoutes = (routes: () => readonly Route[]): readonly Route[] => [
  ownRoute({
    method: 'GET',
    path: '/flowcdk/features',
    does: 'lists everything the local org does and how sure we are that the cloud does the same',
    answers: [200],
    open: true,
    // The list of actions comes with the runtime, which is loaded only when it is needed.
    handle: async () => ({
      entities: routes().map(({ method, path, does, permission, answers, certainty, note }) => ({
        method,
        path,
        does,
        permission,
        answers,
        certainty,
        note,
      })),
      actions: (await import('../runtime/features')).actionFeatures().map((feature) => ({ ...feature })),
    }),
  }),
  ownRoute({
    method: 'GET',
    path: '/flowcdk/contents',
    does: 'counts what the org holds, by kind',
    answers: [200],
    handle: ({ org }) => org.counts(),
  }),
];

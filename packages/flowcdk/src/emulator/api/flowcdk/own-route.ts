import type { Route } from '../route';

type OwnRoute = Omit<Route, 'certainty' | 'note' | 'permission' | 'forAdministrator'>;

/**
 * A route that only the local org has. Where permissions are enforced, it is for the administrator alone, because no
 * role of the cloud speaks of it. Its certainty is 'documented', because there is no cloud behaviour to guess.
 */
export const ownRoute = (route: OwnRoute): Route => ({
  ...route,
  certainty: 'documented',
  note: 'Only the local org has it.',
  ...(route.open ? {} : { forAdministrator: { where: 'enforced', toDo: `uses ${route.path}` } }),
});

/** A route for the administrator alone, whatever permissions others have. `toDo` completes the message to others. */
export const administratorsRoute = ({ toDo, ...route }: OwnRoute & { readonly toDo: string }): Route => ({
  ...route,
  certainty: 'documented',
  note: 'Only the local org has it, for its administrator.',
  forAdministrator: { where: 'always', toDo },
});

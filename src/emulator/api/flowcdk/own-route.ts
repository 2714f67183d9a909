import type { Route } from '../route';

/** A route only the local org has: nobody has to guess whether the cloud does the same. */
export const ownRoute = (route: Omit<Route, 'certainty' | 'note'>): Route => ({
  ...route,
  certainty: 'documented',
  note: 'Only the local org has it.',
});

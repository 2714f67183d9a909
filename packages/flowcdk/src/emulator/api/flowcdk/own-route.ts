import type { Route } from '../route';

type OwnRoute = Omit<Route, 'certainty' | 'note'>;

/** A route only the local org has: nobody has to guess whether the cloud does the same. */
export const ownRoute = (route: OwnRoute): Route => ({
  ...route,
  certainty: 'documented',
  note: 'Only the local org has it.',
});

/** The same for its administrator alone, whatever the permissions of others: `toDo` is what only they do. */
export const administratorsRoute = ({ toDo, ...route }: OwnRoute & { readonly toDo: string }): Route => ({
  ...route,
  certainty: 'documented',
  note: 'Only the local org has it, for its administrator.',
  handle: (call) => {
    call.needsAdministrator(toDo);
    return route.handle(call);
  },
});

import type { Route } from '../route';

type OwnRoute = Omit<Route, 'certainty' | 'note'>;

/** A route that only the local org has. Its certainty is 'documented', because there is no cloud behaviour to guess. */
export const ownRoute = (route: OwnRoute): Route => ({
  ...route,
  certainty: 'documented',
  note: 'Only the local org has it.',
});

/** A route for the administrator alone, whatever permissions others have. `toDo` completes the message to others. */
export const administratorsRoute = ({ toDo, ...route }: OwnRoute & { readonly toDo: string }): Route => ({
  ...route,
  certainty: 'documented',
  note: 'Only the local org has it, for its administrator.',
  handle: (call) => {
    call.needsAdministrator(toDo);
    return route.handle(call);
  },
});

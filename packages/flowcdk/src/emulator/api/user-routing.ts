import { type JsonObject } from '../state/json';
import { type KindName, kinds } from '../state/kinds';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { page } from './paging';
import { dangling, notThere } from './refusals';
import type { Method, Route } from './route';
import type { BodyOf } from '../state/shape';
import { type Rating, rating, type User } from '../state/tables/user';
import { withFields } from '../state/record';

/** A kind of rating: skills and languages work the same way. */
interface Rated {
  readonly kind: KindName & ('skill' | 'language');
  /** The field of the user that holds the ratings. */
  readonly field: 'skills' | 'languages';
  /** Its segment in the path: `routingskills`. */
  readonly word: string;
  readonly changeOne: Method & ('PUT' | 'PATCH');
  /** Whether a request can replace all ratings at once. */
  readonly replaceAll: boolean;
}

const skills: Rated = {
  kind: 'skill',
  field: 'skills',
  word: 'routingskills',
  changeOne: 'PUT',
  replaceAll: true,
};
const languages: Rated = {
  kind: 'language',
  field: 'languages',
  word: 'routinglanguages',
  changeOne: 'PATCH',
  replaceAll: false,
};

const ratingsOf = (user: User, { field }: Rated): readonly Rating[] => user[field] ?? [];

const ratingIn = ({ id, proficiency, state = 'active' }: BodyOf<typeof rating>): Rating => ({
  id,
  proficiency,
  state,
});

const shown = (user: User, { id, proficiency, state }: Rating, rated: Rated, { org }: Call): JsonObject => ({
  id,
  name: org.get(rated.kind, id)?.name,
  proficiency,
  state,
  [`${rated.kind}Uri`]: `/api/v2/routing/${rated.field}/${id}`,
  selfUri: `/api/v2/users/${user.id}/${rated.word}/${id}`,
});

/** All ratings of a user, as the API shows them. */
export const shownRatings = (user: User, field: 'skills' | 'languages', call: Call): JsonObject[] => {
  const rated = field === 'skills' ? skills : languages;
  return ratingsOf(user, rated).map((rating) => shown(user, rating, rated, call));
};

const listed = (user: User, rated: Rated, call: Call): JsonObject =>
  page(call, shownRatings(user, rated.field, call), `/api/v2/users/${user.id}/${rated.word}`);

/** Adds ratings to a user. A new rating for the same thing replaces the old rating. */
function rate(user: User, ratings: readonly Rating[], rated: Rated, call: Call): User {
  const kept = ratingsOf(user, rated).filter(({ id }) => !ratings.some((fresh) => fresh.id === id));
  const after: User = { ...user, [rated.field]: [...kept, ...ratings] };
  const missing = danglingReferences(call.org, 'user', after);
  if (missing.length > 0) throw dangling(missing);
  return call.org.put('user', after);
}

function ratingNamed(call: Call, rated: Rated): { readonly user: User; readonly rating: Rating } {
  const user = call.the('user');
  const ratedId = call.param('ratedId');
  const rating = ratingsOf(user, rated).find(({ id }) => id === ratedId);
  if (!rating) throw notThere(`${kinds[rated.kind].called} of the user '${user.name}'`, ratedId);
  return { user, rating };
}

const pathOf = (rated: Rated): string => `/api/v2/users/:id/${rated.word}`;

const called = (rated: Rated): string => `${rated.kind === 'skill' ? 'skills' : 'languages'} a user is rated for`;

const assigning = (rated: Rated) => ({ permission: `routing:${rated.kind}:assign`, certainty: 'documented' }) as const;

function routesOfList(rated: Rated): readonly Route[] {
  const [path, what, documented] = [pathOf(rated), called(rated), assigning(rated)];
  return [
    {
      method: 'GET',
      path,
      does: `lists the ${what}`,
      answers: [200, 404],
      certainty: 'documented',
      handle: (call) => listed(call.the('user'), rated, call),
    },
    {
      method: 'POST',
      path,
      does: `adds to the ${what}`,
      answers: [200, 404],
      ...documented,
      handle: (call) => {
        const added = ratingIn(call.object(rating));
        const user = rate(call.the('user'), [added], rated, call);
        return shown(user, added, rated, call);
      },
    },
  ];
}

function routesOfOne(rated: Rated): readonly Route[] {
  const [path, what, documented] = [pathOf(rated), called(rated), assigning(rated)];
  return [
    {
      method: rated.changeOne,
      path: `${path}/:ratedId`,
      does: `changes one rating of the ${what}`,
      answers: [200, 404],
      ...documented,
      handle: (call) => {
        const { user, rating: before } = ratingNamed(call, rated);
        const { proficiency, state } = call.object({ proficiency: rating.proficiency, state: rating.state });
        const after = withFields(before, { proficiency, state });
        return shown(rate(user, [after], rated, call), after, rated, call);
      },
    },
    {
      method: 'DELETE',
      path: `${path}/:ratedId`,
      does: `takes one of the ${what} away`,
      answers: [204, 404],
      ...documented,
      handle: (call) => {
        const { user, rating: gone } = ratingNamed(call, rated);
        call.org.put('user', { ...user, [rated.field]: ratingsOf(user, rated).filter(({ id }) => id !== gone.id) });
        return undefined;
      },
    },
  ];
}

function routesOfMany(rated: Rated): readonly Route[] {
  const [path, what, documented] = [pathOf(rated), called(rated), assigning(rated)];
  const some: Route[] = [
    {
      method: 'PATCH',
      path: `${path}/bulk`,
      does: `adds many to the ${what}`,
      answers: [200, 404],
      ...documented,
      handle: (call) => listed(rate(call.the('user'), call.objects(rating).map(ratingIn), rated, call), rated, call),
    },
  ];
  const all: Route = {
    method: 'PUT',
    path: `${path}/bulk`,
    does: `replaces all of the ${what}`,
    answers: [200, 404],
    ...documented,
    handle: (call) =>
      listed(
        rate({ ...call.the('user'), [rated.field]: [] }, call.objects(rating).map(ratingIn), rated, call),
        rated,
        call,
      ),
  };
  return rated.replaceAll ? [...some, all] : some;
}

const routesOf = (rated: Rated): readonly Route[] => [
  ...routesOfList(rated),
  ...routesOfOne(rated),
  ...routesOfMany(rated),
];

export const userRoutingRoutes: readonly Route[] = [...routesOf(skills), ...routesOf(languages)];

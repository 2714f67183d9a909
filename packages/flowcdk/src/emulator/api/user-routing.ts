import { fieldsOf, itemsOf, type JsonObject, numberOf, textOf } from '../state/json';
import { type KindName, kinds } from '../state/kinds';
import type { Entity } from '../state/org';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { page } from './paging';
import { dangling, notThere, wrongBody } from './problems';
import type { Method, Route } from './route';
import { numeric, oneOf, required, shapeProblems, text } from './shape';

/** What a user is rated for: skills and languages work the same way. */
interface Rated {
  readonly kind: KindName & ('skill' | 'language');
  /** Field of the user that holds the ratings. */
  readonly field: 'skills' | 'languages';
  /** `routingskills` */
  readonly word: string;
  readonly changeOne: Method & ('PUT' | 'PATCH');
  /** Whether all of them can be replaced at once. */
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

interface Rating extends JsonObject {
  readonly id: string;
  readonly proficiency: number;
  readonly state: string;
}

const shape = {
  id: required(text(256, 1)),
  proficiency: required(numeric(0, 5)),
  state: oneOf('active', 'inactive'),
};

const ratingsOf = (user: Entity, { field }: Rated): readonly Rating[] => itemsOf(user[field]).map(ratingIn);

const ratingIn = (value: Parameters<typeof fieldsOf>[0]): Rating => {
  const { id, proficiency, state } = fieldsOf(value);
  return { id: textOf(id) ?? '', proficiency: numberOf(proficiency) ?? 0, state: textOf(state) ?? 'active' };
};

const shown = (user: Entity, { id, proficiency, state }: Rating, rated: Rated, { org }: Call): JsonObject => ({
  id,
  name: org.get(rated.kind, id)?.['name'],
  proficiency,
  state,
  [`${rated.kind}Uri`]: `/api/v2/routing/${rated.field}/${id}`,
  selfUri: `/api/v2/users/${user.id}/${rated.word}/${id}`,
});

/** All ratings of a user, as the API shows them. */
export const shownRatings = (user: Entity, field: 'skills' | 'languages', call: Call): JsonObject[] => {
  const rated = field === 'skills' ? skills : languages;
  return ratingsOf(user, rated).map((rating) => shown(user, rating, rated, call));
};

const listed = (user: Entity, rated: Rated, call: Call): JsonObject =>
  page(call, shownRatings(user, rated.field, call), `/api/v2/users/${user.id}/${rated.word}`);

/** A user with ratings added; a new rating for the same thing takes the place of the old one. */
function rate(user: Entity, ratings: readonly Rating[], rated: Rated, call: Call): Entity {
  const kept = ratingsOf(user, rated).filter(({ id }) => !ratings.some((one) => one.id === id));
  const after: Entity = { ...user, [rated.field]: [...kept, ...ratings] };
  const missing = danglingReferences(call.org, 'user', after);
  if (missing.length > 0) throw dangling(missing);
  return call.org.put('user', after);
}

/** `[{ id, proficiency }, …]` */
function ratingsIn(call: Call): Rating[] {
  const problems = call.list().flatMap((item, i) =>
    shapeProblems(fieldsOf(item), shape).map(({ field, message }) => ({
      field: `[${i}].${field}`,
      message: `[${i}].${message}`,
    })),
  );
  if (problems.length > 0) throw wrongBody(problems);
  return call.list().map(ratingIn);
}

function ratingNamed(call: Call, rated: Rated): { readonly user: Entity; readonly rating: Rating } {
  const user = call.the('user');
  const wanted = call.param('ratedId');
  const rating = ratingsOf(user, rated).find(({ id }) => id === wanted);
  if (!rating) throw notThere(`${kinds[rated.kind].called} of the user '${user['name']}'`, wanted);
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
        const rating = ratingIn(call.object(shape));
        const user = rate(call.the('user'), [rating], rated, call);
        return shown(user, rating, rated, call);
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
        const { user, rating } = ratingNamed(call, rated);
        const { proficiency, state } = call.object({ proficiency: shape.proficiency, state: shape.state });
        const after = ratingIn({ ...rating, proficiency, ...(state === undefined ? {} : { state }) });
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
        const { user, rating } = ratingNamed(call, rated);
        call.org.put('user', { ...user, [rated.field]: ratingsOf(user, rated).filter(({ id }) => id !== rating.id) });
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
      handle: (call) => listed(rate(call.the('user'), ratingsIn(call), rated, call), rated, call),
    },
  ];
  const all: Route = {
    method: 'PUT',
    path: `${path}/bulk`,
    does: `replaces all of the ${what}`,
    answers: [200, 404],
    ...documented,
    handle: (call) =>
      listed(rate({ ...call.the('user'), [rated.field]: [] }, ratingsIn(call), rated, call), rated, call),
  };
  return rated.replaceAll ? [...some, all] : some;
}

const routesOf = (rated: Rated): readonly Route[] => [
  ...routesOfList(rated),
  ...routesOfOne(rated),
  ...routesOfMany(rated),
];

export const userRoutingRoutes: readonly Route[] = [...routesOf(skills), ...routesOf(languages)];

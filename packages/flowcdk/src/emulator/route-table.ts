import findMyWay, { type HTTPMethod } from 'find-my-way';
import { addressNotDecodable, addressTooLong } from './api/refusals';
import type { Route } from './api/route';

/** The longest part of a path, in characters. */
export const LONGEST_PART = 1000;

export interface RouteMatch {
  readonly route: Route;
  /** The parts of the path by the names that the route gives them, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a request. Case and a slash at the end of the path do not matter. */
export class RouteTable {
  static readonly #tables = new WeakMap<readonly Route[], RouteTable>();
  readonly #router = findMyWay({
    caseSensitive: false,
    ignoreTrailingSlash: true,
    maxParamLength: LONGEST_PART,
    onBadUrl: (path) => {
      throw addressNotDecodable(path);
    },
    onMaxParamLength: () => {
      throw addressTooLong(LONGEST_PART);
    },
  });

  private constructor(routes: readonly Route[]) {
    for (const route of routes) this.#router.on(route.method, route.path, () => undefined, route);
  }

  /** The table of these routes. Organisations share it, because it takes longer to build than to start an organisation. */
  static of(routes: readonly Route[]): RouteTable {
    const known = this.#tables.get(routes);
    if (known) return known;
    const table = new RouteTable(routes);
    this.#tables.set(routes, table);
    return table;
  }

  /**
   * The route of a request; undefined where no route has the method and the path.
   *
   * @param path may end in a query
   * @throws ApiProblem 400 for a path that cannot be decoded, 414 for a part of it that is too long
   */
  find(method: string, path: string): RouteMatch | undefined {
    const match = this.#router.find(method as HTTPMethod, path);
    if (match === null) return undefined;
    // The router answers a wrong path by a handler that throws.
    if (!match.store) (match.handler as () => void)();
    return { route: match.store as Route, params: match.params as Readonly<Record<string, string>> };
  }
}

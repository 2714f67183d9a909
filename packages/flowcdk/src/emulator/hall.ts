import { Call, type CallParts } from './api/call';
import { problemBody, problemOf, type ProblemAnswer } from './api/problem-answer';
import { tooManyRequests } from './api/refusals';
import { type Answer, permissionsOf, Reply, type Route, type Stream } from './api/route';
import type { Caller } from './caller';
import { RateCounter, type Usage } from './limits/counter';
import { type LimitName, limits, type LimitValues } from './limits/limits';
import { permitted } from './permitted';
import type { Json, JsonObject } from './state/json';
import type { Org } from './state/org';

export interface HallOptions {
  readonly org: Org;
  /** The present moment in milliseconds since 1970, for the counting of rates. */
  readonly now: () => number;
  /** The most bytes of a body, unless its route allows more. */
  readonly largestBody: number;
}

/**
 * Both entrances of an org, HTTP and the way from within, lead here. The hall counts rates, checks permissions, lets
 * the route answer in one transaction and turns problems into answers of the API.
 */
export class Hall {
  readonly largestBody: number;
  readonly #org: Org;
  readonly #rates: RateCounter;

  constructor({ org, now, largestBody }: HallOptions) {
    this.largestBody = largestBody;
    this.#org = org;
    this.#rates = new RateCounter(now);
  }

  /**
   * Counts one more request against a limit.
   *
   * @param who whose requests are counted together
   * @param onReached called before the request is refused
   * @throws ApiProblem 429 above the limit
   */
  count(name: LimitName, who: string, values: LimitValues, onReached?: (allowed: number) => void): Usage {
    const allowed = values[name];
    const usage = this.#rates.take(`${name} ${who}`, allowed);
    if (!usage.exceeded) return usage;
    onReached?.(allowed);
    throw tooManyRequests(name, limits[name].namespace, allowed, usage.reset);
  }

  /**
   * Lets a route answer.
   *
   * @param caller the caller whose permissions count; undefined for the administrator, who may do everything, and where
   * permissions are not enforced
   * @throws what the route throws, and ApiProblem 403
   */
  answer(route: Route, parts: CallParts, caller: Caller | undefined): Answer | Promise<Answer> {
    const call = new Call(parts);
    const { forAdministrator } = route;
    if (forAdministrator && (caller || forAdministrator.where === 'always'))
      call.needsAdministrator(forAdministrator.toDo);
    const handled = (): Answer | Promise<Answer> => answerOf(route, call);
    return caller
      ? permitted(route.method, permissionsOf(route), caller, this.#org, handled)
      : this.#org.transaction(handled);
  }

  /**
   * The answer of the API to a problem.
   *
   * @param route the route of the request, where there is one
   * @param id of the request
   */
  refusal(
    problem: unknown,
    route: Route | undefined,
    id: string,
  ): Pick<ProblemAnswer, 'status' | 'message' | 'headers'> & { readonly body: JsonObject } {
    const answer = problemOf(problem, route, this.largestBody);
    return { status: answer.status, message: answer.message, headers: answer.headers, body: problemBody(answer, id) };
  }
}

/** Lets a route answer, and warns of query parameters that it never read. */
function answerOf(route: Route, call: Call): Answer | Promise<Answer> {
  const looked = (answer: Answer): Answer => {
    call.warnOfUnread(route.honours ?? []);
    return answer;
  };
  const answer = route.handle(call);
  return answer instanceof Promise ? answer.then(looked) : looked(answer);
}

/** The header of an answer that warns of parts of the request. */
export const WARNING_HEADER = 'Flowcdk-Warning';
const LONGEST_WARNING = 2_000;

/** Warnings as the value of a header, which has only printable ASCII characters. */
export const warningHeader = (warnings: readonly string[]): string =>
  warnings
    .join('; ')
    .replace(/[^ -~]/g, '?')
    .slice(0, LONGEST_WARNING);

/** An answer with its status. An answer that is neither a reply nor JSON becomes 204 without a body. */
export const replyOf = (answer: Exclude<Answer, Stream>): Reply =>
  answer instanceof Reply ? answer : new Reply(answer === undefined ? 204 : 200, answer as Json | undefined);

import { type Json, type JsonObject, jsonIn } from '../../state/json';
import type { Secret } from '../../state/org';
import type { ActionDraft, DataAction } from '../../state/tables/data-action';
import { PlaceCounter, RateCounter } from '../../limits/counter';
import type { EventPlace } from '../events';
import type { Runtime } from '../runtime';
import type { HttpOutcome, HttpRequest, HttpResponse, Send } from '../services/http';
import { atMost, begin, type Steps, type Wait, waitFor } from '../steps';
import { type Access, accessOf, isCustomAuth, type Token, tokenFrom } from './access';
import type { DataActionRequest, DataActionResult, DataActionRunner, Step, Tested } from './data-action-runner';
import { SECURE } from '../flow/secure';
import { withoutEchoes } from './echoes';
import {
  DataActionProblem,
  notReached,
  remoteError,
  timedOut,
  tooMany,
  unknownAction,
  untranslatable,
  wrongInput,
} from './failure';
import { readyAction } from './ready-action';
import { CHAT_WEBHOOKS } from '../messages/chat-webhooks';
import { requestOf } from './request';
import { type RequestSecrets, withMarks } from './request-variables';
import { type ResultPlan, resultOf } from './result';
import { type Trace, traced, untraced, withoutResults } from './trace';

export interface DataActionsOptions {
  /** How requests leave the org. */
  readonly send: Send;
  /** The sender that replaces the normal one for a data action, by its name; undefined if there is none. */
  readonly instead?: ((dataAction: string) => Send | undefined) | undefined;
  /** Calls the org's own API as an OAuth client. Undefined if there is no such API. */
  readonly ownApi?: (request: HttpRequest, clientId: string | undefined, place: EventPlace) => HttpResponse;
}

/**
 * The webhook of a chat group: `https://apps.mypurecloud.com/webhooks/api/v1/webhook/ID`. It belongs to the platform, but
 * web services data actions call it, because it is not a part of the API.
 */
function isChatWebhook(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return hostname.startsWith('apps.') && pathname.startsWith(CHAT_WEBHOOKS);
}

/** Milliseconds that the org's own API takes for an answer (assumed; "a few hundred milliseconds" with the network). */
const OWN_API_LATENCY = 150;

/** One execution: its number in the log, its place, who asks, and the trace that gets its steps. */
interface Asking {
  readonly isSecure?: boolean;
  readonly call: string;
  readonly place: EventPlace;
  readonly trace: Trace;
}

/** Runs data actions step by step, as the platform does. */
export class DataActions implements DataActionRunner {
  readonly #tokens = new Map<string, Token & { readonly credentials: Secret; readonly customAuth: DataAction }>();
  readonly #places = new PlaceCounter();
  readonly #rate: RateCounter;
  #calls = 0;

  constructor(
    private readonly runtime: Runtime,
    private readonly options: DataActionsOptions,
  ) {
    this.#rate = new RateCounter(() => runtime.clock.now());
  }

  /** Runs a data action for a flow: within the limits of the org, and with events. */
  execute({ actionId, inputs, place, isSecure = false }: DataActionRequest): Wait<DataActionResult> {
    return (done) => {
      const { log, org, clock } = this.runtime;
      const action = org.get('dataAction', actionId);
      const dataAction = action?.name ?? actionId;
      const call = String((this.#calls += 1));
      const startedAt = clock.now();
      if (log.wants('dataAction.started')) {
        const shown = isSecure ? Object.fromEntries(Object.keys(inputs).map((name) => [name, SECURE])) : inputs;
        log.add('dataAction.started', place, { call, dataAction, inputs: shown });
      }
      const logged: Trace = log.wants('dataAction.step')
        ? (step, outcome) => {
            const failed = 'error' in outcome;
            log.add('dataAction.step', place, { call, dataAction, step, success: !failed, ...outcome });
          }
        : untraced;
      const trace = isSecure ? withoutResults(logged, NO_INPUTS) : logged;
      let dropped = false;
      begin(this.#withinLimits(action, actionId, inputs, { call, place, trace, isSecure }), (ended) => {
        if ('error' in ended) throw ended.error;
        if (!('value' in ended)) return;
        const { value } = ended;
        const failure = value.outcome === 'failure' ? value.failure : undefined;
        if (log.wants('dataAction.ended'))
          log.add('dataAction.ended', place, {
            call,
            dataAction,
            outcome: dropped ? 'dropped' : value.outcome,
            milliseconds: clock.now() - startedAt,
            ...(failure ? { status: failure.status, errorCode: failure.errorCode } : {}),
          });
        if (!dropped) done(value);
      });
      return () => {
        dropped = true;
      };
    };
  }

  /** Runs a data action for the API. Gives every step and its result, whether or not it succeeded. */
  *test(action: ActionDraft, inputs: JsonObject): Steps<Tested> {
    const operations: Step[] = [];
    const trace: Trace = (step, outcome) => operations.push({ step, success: !('error' in outcome), ...outcome });
    const result = yield* this.#carriedOut(action, inputs, { call: String((this.#calls += 1)), place: {}, trace });
    return result.outcome === 'success'
      ? { operations, success: true, finalResult: result.result, result }
      : { operations, success: false, error: result.failure.userMessage, result };
  }

  *#withinLimits(
    action: DataAction | undefined,
    id: string,
    inputs: JsonObject,
    asking: Asking,
  ): Steps<DataActionResult> {
    const { limits } = this.runtime.settings;
    const free = this.#places.enter(limits['actions.concurrent.executions.max']);
    const name = !free
      ? 'actions.concurrent.executions.max'
      : this.#rate.take('org', limits['requests.volume.max']).exceeded
        ? 'requests.volume.max'
        : undefined;
    try {
      if (name !== undefined) {
        const limit = { limit: name, value: limits[name], what: 'data actions' };
        this.runtime.log.add('limit.reached', asking.place, limit);
        return this.#failed(tooMany(name, limits[name]));
      }
      return action ? yield* this.#carriedOut(action, inputs, asking) : this.#failed(unknownAction(id));
    } finally {
      free?.();
    }
  }

  #failed({ failure }: DataActionProblem): DataActionResult {
    return { outcome: 'failure', failure: { ...failure, correlationId: this.runtime.newId() } };
  }

  /** Runs all steps from the check of the inputs to the result. If the data action fails, the failure is the result. */
  *#carriedOut(action: ActionDraft, inputs: JsonObject, asking: Asking): Steps<DataActionResult> {
    const { trace } = asking;
    try {
      const { contract, flattened, result: plan } = readyAction(action);
      traced(trace, 'Validate input against the input schema', () => {
        const problems = contract.input(inputs);
        if (problems.length > 0) throw wrongInput(problems);
      });
      const access = traced(trace, 'Resolve credentials', () => accessOf(action, this.runtime.org));
      const authResponse = access.customAuth ? yield* this.#token(access, access.customAuth, asking) : undefined;
      const response = yield* this.#responseOf(action, inputs, access, authResponse, asking);
      const result = isCustomAuth(action)
        ? tokenResultOf(plan, inputs, response, trace)
        : resultOf(plan, inputs, response, trace);
      traced(trace, 'Validate the result against the output schema', () => {
        const problems = contract.output(result);
        if (problems.length > 0)
          throw untranslatable(`The result does not fit the output contract: ${problems.join('; ')}.`);
      });
      // A token is for requests of the integration, not for whoever runs its custom auth action.
      const shown = isCustomAuth(action) ? withMarks(result, 'authResponse') : result;
      return { outcome: 'success', result: shown, outputs: flattened(shown) };
    } catch (problem) {
      if (problem instanceof DataActionProblem) return this.#failed(problem);
      throw problem;
    }
  }

  /**
   * The token of a custom auth action. It is kept while it is valid, for all data actions of the integration
   * (documented).
   */
  *#token(access: Access, customAuth: DataAction, asking: Asking): Steps<Json> {
    const now = this.runtime.clock.now();
    const key = access.integrationId;
    const known = this.#tokens.get(key);
    // A changed credential or action is another object and needs a new token.
    const isSame = known?.credentials === access.credentials && known.customAuth === customAuth;
    if (known && isSame && known.until > now) return known.response;
    try {
      const response = yield* this.#responseOf(customAuth, {}, access, undefined, { ...asking, trace: untraced });
      const result = tokenResultOf(readyAction(customAuth).result, {}, response, untraced);
      this.#tokens.set(key, { ...tokenFrom(result, now), credentials: access.credentials, customAuth });
      asking.trace('Get an access token', {});
      return result;
    } catch (problem) {
      if (problem instanceof DataActionProblem) asking.trace('Get an access token', { error: problem.message });
      throw problem;
    }
  }

  *#responseOf(
    action: ActionDraft,
    inputs: JsonObject,
    access: Access,
    authResponse: Json | undefined,
    { call, place, trace, isSecure = false }: Asking,
  ): Steps<HttpResponse> {
    const { clock, log } = this.runtime;
    const { name, request: plan, timeout } = readyAction(action);
    const { request, shownUrl } = requestOf(plan, inputs, access, authResponse, trace);
    const startedAt = clock.now();
    if (log.wants('http.requested'))
      log.add('http.requested', place, {
        call,
        method: request.method,
        url: isSecure ? (action.config?.request?.requestUrlTemplate ?? '') : shownUrl(),
      });
    const goOn: Send = (of) =>
      access.isOwnApi || isChatWebhook(of.url)
        ? this.#ownApi(of, access.isOwnApi ? access.clientId : undefined, place)
        : this.options.send(of);
    const send = this.options.instead?.(name) ?? this.runtime.faults.sendOf(name, goOn);
    const outcome = yield* waitFor(atMost(clock, timeout * 1000, send(request)));
    const milliseconds = clock.now() - startedAt;
    if (outcome && 'response' in outcome) {
      const { status } = outcome.response;
      if (log.wants('http.answered')) log.add('http.answered', place, { call, status, milliseconds });
      const succeeded = status >= 200 && status < 300;
      // Nobody sees the answer of a custom auth action, and a token may contain what the credential has.
      const hides = !(isCustomAuth(action) && succeeded);
      const secrets = { credentials: access.credentials, authResponse };
      const response = hides ? withoutSecrets(outcome.response, secrets, trace) : outcome.response;
      if (succeeded) {
        trace('Send the request', { result: { status } });
        return response;
      }
      // If the service refuses the token, the next call gets a new one (assumed).
      if (status === 401) this.#tokens.delete(access.integrationId);
      const problem = remoteError(status, jsonIn(response.body));
      trace('Send the request', { error: problem.message });
      throw problem;
    }
    const problem = outcome ? problemOf(outcome, shownUrl()) : timedOut(timeout);
    log.add('http.answered', place, { call, problem: problem.message, milliseconds });
    trace('Send the request', { error: problem.message });
    throw problem;
  }

  #ownApi(request: HttpRequest, clientId: string | undefined, place: EventPlace): Wait<HttpOutcome> {
    const { ownApi } = this.options;
    const { clock } = this.runtime;
    return (done) =>
      clock.after(OWN_API_LATENCY, () =>
        done(
          ownApi
            ? { response: ownApi(request, clientId, place) }
            : { problem: 'connection', message: 'this org has no API to ask' },
        ),
      );
  }
}

/** An answer in which the secrets of the request are hidden. The trace gets a warning about each of them. */
function withoutSecrets(response: HttpResponse, secrets: RequestSecrets, trace: Trace): HttpResponse {
  const { body, repeated } = withoutEchoes(response.body, secrets);
  if (repeated.length === 0) return response;
  for (const name of repeated) {
    const warning = `the answer repeats the secret ${name}. The local org hides it, the cloud passes it on`;
    trace('Read the response', { warning });
  }
  return { ...response, body };
}

/** The token in the answer of a custom auth action. No step shows it, and no failure. */
function tokenResultOf(plan: ResultPlan, inputs: JsonObject, response: HttpResponse, trace: Trace): Json {
  try {
    return resultOf(plan, inputs, response, withoutResults(trace, NO_TOKEN));
  } catch (problem) {
    if (problem instanceof DataActionProblem) throw untranslatable(NO_TOKEN);
    throw problem;
  }
}

const NO_INPUTS = 'Details would show what the secure flow sent.';

const NO_TOKEN =
  'The answer of the custom auth action is no JSON, or its translation map and success template do not fit. Details would show the token.';

/** @param shownUrl the URL of the request without secrets */
function problemOf(
  { problem, message }: Exclude<HttpOutcome, { response: unknown }>,
  shownUrl: string,
): DataActionProblem {
  switch (problem) {
    case 'tooLarge':
      return untranslatable(`The response cannot be taken: ${message}.`);
    case 'noService':
      return notReached(`no service stands behind ${hostIn(shownUrl)}; ${message}`);
    case 'notAllowed': {
      const host = hostIn(shownUrl);
      return notReached(
        `no stand-in plays ${host}, and the local org may not ask it over the network. Describe the service in a file (flowcdk org --services FILE), or allow its host (--allow-network ${host})`,
      );
    }
    case 'connection':
      return notReached(message);
  }
}

/** The host of a URL, or the whole text where it has no plain host. */
const hostIn = (url: string): string => /^[^/]*\/\/([^/?#]*)/.exec(url)?.[1] ?? url;

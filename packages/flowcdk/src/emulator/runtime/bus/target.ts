import { appendFileSync } from 'node:fs';
import type { Clock } from '../clock';
import type { Send } from '../services/http';
import type { BusEvent } from './bus-event';

/** How a rule signs in at an address, as a connection of EventBridge of the type Basic. */
export interface BasicSignIn {
  readonly userName: string;
  readonly password: string;
}

/** Where a rule sends events. */
export type BusTarget =
  /** A function of a test. The target failed if it throws; a promise is waited for while the clock stands still. */
  | ((event: BusEvent) => unknown)
  /** An address. It gets the event as JSON with POST, and signs in with Basic where it says so. */
  | { readonly url: string; readonly basic?: BasicSignIn | undefined }
  /** The path of a file. It gets a line of JSON for each event. */
  | { readonly file: string };

type AddressTarget = Extract<BusTarget, { readonly url: string }>;

const credentialsOf = ({ userName, password }: BasicSignIn): string =>
  Buffer.from(`${userName}:${password}`).toString('base64');

/** How a target took an event. `code` and `message` as a dead-letter queue has them. */
export type TargetOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly isRetried: boolean; readonly code: string; readonly message: string };

/** Sends an event to a target. */
export type SendToTarget = (event: BusEvent, done: (outcome: TargetOutcome) => void) => void;

/** How long an address may take for its answer (documented for API destinations). */
const ANSWERS_WITHIN = 5_000;
/** Besides 5xx, the statuses after which EventBridge tries an address again (documented for API destinations). */
const RETRIED = new Set([401, 407, 409, 429]);

const took: TargetOutcome = { ok: true };
const failed = (problem: unknown): TargetOutcome => ({
  ok: false,
  isRetried: true,
  code: 'SDK_CLIENT_ERROR',
  message: problem instanceof Error ? problem.message : String(problem),
});

/** Makes the sender for a target. */
export function sendTo(target: BusTarget, clock: Clock, send: Send): SendToTarget {
  if (typeof target === 'function') return toFunction(target, clock);
  return 'url' in target ? toAddress(target, clock, send) : toFile(target.file);
}

const toFunction =
  (target: (event: BusEvent) => unknown, clock: Clock): SendToTarget =>
  (event, done) => {
    let result: unknown;
    try {
      result = target(event);
    } catch (problem) {
      return done(failed(problem));
    }
    if (!(result instanceof Promise)) return done(took);
    const letGo = clock.hold();
    const goOn = (outcome: TargetOutcome): void => void clock.after(0, () => done(outcome));
    result
      .then(
        () => goOn(took),
        (problem: unknown) => goOn(failed(problem)),
      )
      .finally(letGo);
  };

const toFile =
  (file: string): SendToTarget =>
  (event, done) => {
    try {
      appendFileSync(file, `${JSON.stringify(event)}\n`);
    } catch (problem) {
      return done(failed(problem));
    }
    done(took);
  };

const toAddress =
  ({ url, basic }: AddressTarget, clock: Clock, send: Send): SendToTarget =>
  (event, done) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Amazon/EventBridge/ApiDestinations',
      ...(basic ? { authorization: `Basic ${credentialsOf(basic)}` } : {}),
    };
    const giveUp = send({ method: 'POST', url, headers, body: JSON.stringify(event) })((outcome) => {
      stopWaiting();
      if ('problem' in outcome) return done(failed(outcome.message));
      const { status } = outcome.response;
      if (status >= 200 && status < 300) return done(took);
      const isRetried = RETRIED.has(status) || status >= 500;
      done({ ok: false, isRetried, code: String(status), message: `the target answered ${status}` });
    });
    const stopWaiting = clock.after(ANSWERS_WITHIN, () => {
      giveUp();
      done(failed(`no answer within ${ANSWERS_WITHIN / 1000} s`));
    });
  };

import type { Chance } from '../chance';
import type { Clock } from '../clock';
import type { EventLog } from '../event-log';
import type { HttpOutcome, HttpRequest, Send } from './http';
import { ServiceRequest, cutsConnection, failsWith, hangs, hugeBody, malformed, type Service, spoilt } from './service';

/** The kinds of faults of a data action. */
export const faultKinds = [
  'status',
  'hang',
  'cutConnection',
  'malformed',
  'hugeBody',
  'missingField',
  'wrongType',
  'delay',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** One fault that happens on purpose. */
export interface Fault {
  /** Name of the data action. */
  readonly dataAction: string;
  readonly fault: FaultKind;
  /** The status of the answer, for the fault `status`. @default 500 */
  readonly status?: number;
  /** The field of the answer, for `missingField` and `wrongType`. @default all of them */
  readonly field?: string;
  /** Milliseconds before the fault happens; for `delay`, before the request is sent. @default 0 */
  readonly after?: number;
  /** The probability of the fault, from 0 to 1. @default 1 */
  readonly probability?: number;
  /** How many times the fault happens. @default always */
  readonly times?: number;
}

interface Planned extends Fault {
  left: number;
}

export interface FaultPlanOptions {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: EventLog;
}

/** The faults of data actions that happen on purpose. They can change while the org lives. */
export class FaultPlan {
  #planned: Planned[] = [];

  constructor(private readonly options: FaultPlanOptions) {}

  get faults(): readonly Fault[] {
    return this.#planned
      .filter(({ left }) => left > 0)
      .map(({ left, ...fault }) => ({ ...fault, ...(left === Infinity ? {} : { times: left }) }));
  }

  set faults(faults: readonly Fault[]) {
    this.#planned = faults.map((fault) => ({ ...fault, left: fault.times ?? Infinity }));
  }

  /**
   * The sender for this request of a data action. The first of its faults that happens decides.
   *
   * @param goOn the sender without a fault
   */
  sendOf(dataAction: string, goOn: Send): Send {
    const { chance, log } = this.options;
    const fault = this.#planned.find(
      (candidate) =>
        candidate.dataAction === dataAction && candidate.left > 0 && chance.next() < (candidate.probability ?? 1),
    );
    if (!fault) return goOn;
    fault.left -= 1;
    log.add('fault.applied', {}, { what: fault.fault, to: dataAction });
    const after = fault.after ?? 0;
    if (fault.fault === 'delay') return this.#later(after, goOn);
    if (fault.fault !== 'missingField' && fault.fault !== 'wrongType')
      return this.#served(services[fault.fault](fault), after);
    const { fault: how, field } = fault;
    const change = (outcome: HttpOutcome): HttpOutcome =>
      'response' in outcome
        ? { response: { ...outcome.response, body: spoilt(outcome.response.body, how, field) } }
        : outcome;
    return this.#later(after, (request) => (done) => goOn(request)((outcome) => done(change(outcome))));
  }

  #later(milliseconds: number, goOn: Send): Send {
    const { clock } = this.options;
    return (request) => (done) => {
      let takeBack = clock.after(milliseconds, () => {
        takeBack = goOn(request)(done);
      });
      return () => takeBack();
    };
  }

  #served(service: Service, milliseconds: number): Send {
    const { clock, chance } = this.options;
    return (request: HttpRequest) => (done) => {
      const { outcome } = service.serve(new ServiceRequest(request, chance, 0));
      return outcome ? clock.after(milliseconds, () => done(outcome)) : () => undefined;
    };
  }
}

const services: Readonly<
  Record<Exclude<FaultKind, 'delay' | 'missingField' | 'wrongType'>, (fault: Fault) => Service>
> = {
  status: ({ status = 500 }) => failsWith(status),
  hang: hangs,
  cutConnection: cutsConnection,
  malformed,
  hugeBody,
};

import { inProcess } from './in-process';
import type { LimitValues } from './limits/limits';
import { chance } from './runtime/chance';
import { RealClock } from './runtime/clock';
import type { Consistency } from './runtime/conversation/participant-data';
import { DataActions } from './runtime/data-actions/data-actions';
import { Runtime } from './runtime/runtime';
import { sendOverHttp } from './runtime/services/send-over-http';
import type { Org } from './state/org';

/** How an org that listens lives. */
export interface Life {
  /** Of everything that is left to chance. @default another one each time */
  readonly chanceSeed?: string | undefined;
  readonly consistency?: Consistency | undefined;
  /** Limits of the platform while flows run. @default those every organisation has */
  readonly limits?: LimitValues | undefined;
}

/** Events that are kept to be read; older ones go. */
const KEPT_EVENTS = 100_000;

/** One life: what runs, and what ends it. */
export interface Begun {
  readonly runtime: Runtime;
  /** Nothing happens in it any more. */
  readonly stop: () => void;
}

/** What lives in an org. It can begin anew: calls, executions, events and plans of faults are gone then. */
export class Living {
  #begun: Begun;
  #over = new AbortController();

  constructor(private readonly begin: () => Begun) {
    this.#begun = begin();
  }

  get runtime(): Runtime {
    return this.#begun.runtime;
  }

  /** Aborted when the present life is over. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  beginAnew(): void {
    this.stop();
    this.#over = new AbortController();
    this.#begun = this.begin();
  }

  stop(): void {
    this.#begun.stop();
    this.#over.abort();
  }
}

/** What makes an org live in the time of its users: its data actions ask over the network. */
export function living(org: Org, { chanceSeed = String(Math.random()), consistency, limits }: Life): Living {
  return new Living(() => {
    const clock = new RealClock();
    const runtime = new Runtime({
      org,
      clock,
      chance: chance(chanceSeed),
      keepEvents: KEPT_EVENTS,
      settings: { consistency, limits },
      dataActions: (of) => new DataActions(of, { send: sendOverHttp(clock, 'real'), ownApi: inProcess(of) }),
    });
    return { runtime, stop: () => clock.stop() };
  });
}

import { setMaxListeners } from 'node:events';
import { inProcess } from './in-process';
import type { LimitValues } from './limits/limits';
import { chance } from './runtime/chance';
import { RealClock } from './runtime/clock';
import type { Consistency } from './runtime/conversation/participant-data';
import { DataActions } from './runtime/data-actions/data-actions';
import { publishChanges } from './notifications/changes-of-org';
import { Runtime } from './runtime/runtime';
import { AllowedHosts, type AllowedNetwork } from './runtime/services/allowed-hosts';
import { sendWithin, type SentWithin, type StandInsOfOrg } from './runtime/services/send-within';
import type { Org } from './state/org';

/** The settings of the runtime of a listening org. */
export interface Life {
  /** The seed of everything that depends on chance. @default a new seed each time */
  readonly chanceSeed?: string | undefined;
  readonly consistency?: Consistency | undefined;
  /** Milliseconds until analytics show what happened. @default 0 */
  readonly analyticsDelay?: number | undefined;
  /** Limits of the platform while flows run. @default the limits of every organisation */
  readonly limits?: LimitValues | undefined;
  /** Services that stand in for those behind the URLs of data actions, and play bots. @default none */
  readonly services?: StandInsOfOrg | undefined;
  /** The hosts that data actions and rules of the event bus may reach over the network, besides this machine. @default none */
  readonly network?: AllowedNetwork | undefined;
  /** The folder in which rules of the event bus may write files. It exists. @default none: no rule writes a file */
  readonly busFolder?: string | undefined;
}

/** The number of events in the log. Older events are dropped. */
const KEPT_EVENTS = 100_000;
/** The most memory of the log, in bytes. Beyond it the older half is dropped. */
const KEPT_BYTES = 128 * 1024 * 1024;

/** One life of an org: its runtime, and the function that ends it. */
export interface Begun {
  readonly runtime: Runtime;
  /** Ends the life: nothing runs in it any more. */
  readonly stop: () => void;
}

/** The present life of an org, which can begin anew. Calls, executions, events and planned faults are gone then. */
export class Living {
  #begun: Begun;
  #over = lifetime();

  constructor(private readonly begin: () => Begun) {
    this.#begun = begin();
  }

  get runtime(): Runtime {
    return this.#begun.runtime;
  }

  /** Aborts when the present life ends. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  beginAnew(): void {
    this.stop();
    this.#over = lifetime();
    this.#begun = this.begin();
  }

  stop(): void {
    this.#begun.stop();
    this.#over.abort();
  }
}

/** Every stream of events waits for the end of a life. Node would take more than ten of them for a mistake. */
function lifetime(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/**
 * Gives an org a runtime with the real clock. Its data actions reach the stand-ins of services, this machine, and the
 * hosts that are allowed.
 */
export function living(org: Org, life: Life): Living {
  const { chanceSeed = String(Math.random()), consistency, analyticsDelay, limits, services, busFolder } = life;
  const hosts = new AllowedHosts(life.network);
  return new Living(() => {
    const clock = new RealClock();
    const luck = chance(chanceSeed);
    let within: SentWithin | undefined;
    const runtime = new Runtime({
      org,
      clock,
      chance: luck,
      keepEvents: KEPT_EVENTS,
      keepEventBytes: KEPT_BYTES,
      busFolder,
      settings: { consistency, analyticsDelay, limits },
      dataActions: (of) => new DataActions(of, { send: of.send, ownApi: inProcess(of) }),
      send: (of) => {
        within = sendWithin({ clock, chance: luck.of('services'), log: of.log, hosts, services });
        return within.send;
      },
      standIns: (...names) => within?.named(...names),
    });
    const stopChanges = publishChanges(runtime);
    const stop = (): void => {
      stopChanges();
      clock.stop();
    };
    return { runtime, stop };
  });
}

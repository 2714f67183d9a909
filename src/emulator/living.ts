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
  readonly seed?: string;
  readonly consistency?: Consistency;
  /** Limits of the platform while flows run. @default those every organisation has */
  readonly limits?: LimitValues;
}

/** Events that are kept to be read; older ones go. */
const KEPT_EVENTS = 100_000;

/** What makes an org live, and what ends that. */
export interface Living {
  readonly runtime: Runtime;
  readonly stop: () => void;
}

/** What makes an org live in the time of its users: its data actions ask over the network. */
export function living(org: Org, { seed = String(Math.random()), consistency, limits }: Life): Living {
  const clock = new RealClock();
  const runtime = new Runtime({
    org,
    clock,
    chance: chance(seed),
    keepEvents: KEPT_EVENTS,
    settings: { ...(consistency ? { consistency } : {}), ...(limits ? { limits } : {}) },
    dataActions: (of) => new DataActions(of, { send: sendOverHttp(clock, 'real'), ownApi: inProcess(of) }),
  });
  return { runtime, stop: () => clock.stop() };
}

import type { Chance } from '../chance';
import type { Clock } from '../clock';
import type { EventLog } from '../event-log';
import type { AllowedHosts } from './allowed-hosts';
import type { HttpOutcome, Send } from './http';
import { sendOverHttp } from './send-over-http';
import { Services } from './send-to-services';
import type { Service } from './service';

/** Services that stand in for real ones, by what {@link Services} takes as names. They are loaded when first needed. */
export type StandInsOfOrg = () => Promise<Readonly<Record<string, Service>>>;

export interface SendWithinOptions {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: EventLog;
  readonly hosts: AllowedHosts;
  /** @default none */
  readonly services?: StandInsOfOrg | undefined;
  /** Sends what may leave the machine. @default over HTTP */
  readonly overNetwork?: Send | undefined;
}

/** What a running org asks: addresses, and players by their names. */
export interface SentWithin {
  /** Sends a request to its URL. */
  readonly send: Send;
  /**
   * What plays a bot or another thing without a URL, by the first of its names that a stand-in has: `bot Orders`.
   * Undefined where none does. Before the stand-ins are loaded nobody knows: the outcome is then `noService`.
   */
  readonly named: (...names: readonly string[]) => Send | undefined;
}

/**
 * Sends every request that a running org makes: of data actions, for their tokens, and to what plays bots. A host that
 * the user named is asked over the network. Otherwise a stand-in answers; where there is none, the request goes out only
 * if it may.
 */
export function sendWithin({ clock, chance, log, hosts, services, overNetwork }: SendWithinOptions): SentWithin {
  const send = overNetwork ?? sendOverHttp(clock, 'real');
  let standIns: Services | undefined;
  const load = async (): Promise<Services> =>
    (standIns ??= new Services({ services: (await services?.()) ?? {}, clock, chance, log, keepRequests: false }));
  const senderOf = (url: URL, known: Services): Send => {
    if (known.has(url.href)) return known.send;
    return hosts.allows(url) ? send : () => (done) => clock.after(0, () => done(notAllowed));
  };
  return {
    send: (request) => (done) => {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (!url || hosts.names(url)) return send(request)(done);
      if (standIns) return senderOf(url, standIns)(request)(done);
      return afterLoading(clock, load, (known) => senderOf(url, known))(request)(done);
    },
    named: (...names) => {
      if (standIns || !services) return standIns?.named(...names);
      const nobody: Send = () => (done) => clock.after(0, () => done(noPlayer));
      return afterLoading(clock, load, (known) => known.named(...names) ?? nobody);
    },
  };
}

/** Sends as soon as the stand-ins are loaded. */
function afterLoading(clock: Clock, load: () => Promise<Services>, sender: (known: Services) => Send): Send {
  return (request) => (done) => {
    let cancel = (): void => undefined;
    let cancelled = false;
    // What happens then belongs to the clock, not to the promise: an error there is an error of the org.
    const goOn = (next: (done: (outcome: HttpOutcome) => void) => () => void): void => {
      if (!cancelled) cancel = clock.after(0, () => (cancel = next(done)));
    };
    const letGo = clock.hold();
    load()
      .then(
        (known) => goOn(sender(known)(request)),
        (problem: unknown) => goOn((tell) => clock.after(0, () => tell(notLoaded(problem)))),
      )
      .finally(letGo);
    return () => {
      cancelled = true;
      cancel();
    };
  };
}

const noPlayer: HttpOutcome = { problem: 'noService', message: 'no stand-in plays it' };

const notAllowed: HttpOutcome = {
  problem: 'notAllowed',
  message: 'no stand-in plays its host, and the local org may not ask it over the network',
};

const notLoaded = (problem: unknown): HttpOutcome => ({
  problem: 'connection',
  message: `its stand-in cannot be loaded: ${problem instanceof Error ? problem.message : String(problem)}`,
});

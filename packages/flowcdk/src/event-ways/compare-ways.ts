import { milliseconds, minutes, seconds } from '../architect/types';
import { chance } from '../emulator/runtime/chance';
import { localOrg, type LocalOrg } from '../testing';
import {
  BUSIEST_HOUR,
  type CallOfDay,
  callsOfDay,
  DAY,
  NO_TROUBLES,
  type Stretch,
  type Troubles,
  troublesOfDay,
} from './day';
import { LINE, recordedLine } from './line';
import { ListenerProcess } from './listener-process';
import { RecordedDay, type WayResult } from './recorded-day';
import { RECEIVER, Receiver } from './receiver';
import { wayNames } from './way';
import { recordedCalls } from './ways/bus';

/** How many calls come, and whether things go wrong. */
export interface CompareOptions {
  readonly calls: number;
  readonly seed: number;
  /** Whether sockets are cut, and so on. */
  readonly faults: boolean;
  /** Called now and then with the share of the day that is over, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** The same day on each way. */
export interface Comparison {
  readonly calls: number;
  readonly seed: number;
  readonly troubles: Troubles;
  readonly ways: readonly WayResult[];
}

/** A Monday. */
const MIDNIGHT = Date.UTC(2026, 0, 5);
/** How long retries may go on after the day, in milliseconds. */
const AFTERWARDS = 4 * 3_600_000;
/** From a call to the end of the work after it, in milliseconds; and how many more agents there are than that needs. */
const BUSY = 100_000;
const SPARE = 4 / 3;
/** A number that is reserved for fiction, E.164. */
const FROM = '+33199000000';
/** How soon an impatient caller hangs up, in milliseconds. */
const HANGS_UP_AFTER = 1_000;

/**
 * Lets a day pass in an org in which a trigger, a listener and an event bus record each call, all at once, and measures
 * what each of them lost, doubled and delayed.
 */
export async function compareWays({ calls, seed, faults, onProgress }: CompareOptions): Promise<Comparison> {
  const troubles = faults ? troublesOfDay(seed) : NO_TROUBLES;
  const receiver = new Receiver(() => org.clock);
  const org: LocalOrg = await orgOf(calls, seed, troubles, receiver);
  const day = new RecordedDay(org);
  connectBus(org, troubles);
  const process = new ListenerProcess({
    org,
    chance: chance(`${seed}/network of the listener`),
    troubles,
    onApiCall: () => day.apiCalls.add(),
  });
  await process.start();
  scheduleTroubles({ org, receiver, process, troubles });
  callOneAfterAnother(org, callsOfDay(calls, seed));
  const ends = MIDNIGHT + DAY + AFTERWARDS;
  await org.clock.run(() => {
    onProgress?.((org.clock.now() - MIDNIGHT) / (ends - MIDNIGHT));
    return false;
  }, ends);
  org.bus.redrive();
  await org.waits(minutes(10));
  await process.stop();
  return { calls, seed, troubles, ways: wayNames.map((way) => day.resultOf(way, receiver, process.counts)) };
}

function orgOf(calls: number, seed: number, troubles: Troubles, receiver: Receiver): Promise<LocalOrg> {
  const agents = Math.ceil(((calls * BUSIEST_HOUR * BUSY) / 3_600_000) * SPARE) + 5;
  const { duplicated, delayed, delay } = troubles;
  return localOrg(recordedLine, {
    at: new Date(MIDNIGHT),
    seed,
    services: { [RECEIVER]: receiver.service },
    has: JSON.stringify({
      users: Array.from({ length: agents }, (_, i) => ({
        name: `Agent ${i + 1}`,
        email: `agent.${i + 1}@local.example`,
      })),
    }),
    keepEvents: 0,
    settings: {
      logVariables: false,
      // A refill asks only for calls that ended lately.
      keepEnded: 500 + Math.ceil(calls / 10),
      agents: { answersAfter: seconds(15), talksFor: seconds(60), wrapsUpIn: seconds(20) },
      deliveryFaults: { duplicated, delayed, delay: milliseconds(delay) },
    },
  });
}

/** The bus of the sample. A Lambda function takes the events there; here the receiver does so itself. */
function connectBus(org: LocalOrg, { busOutage, duplicated, delayed, delay }: Troubles): void {
  const { suffix, topics, rules } = recordedCalls;
  org.addEventSource(suffix, topics);
  org.bus.associate(suffix);
  for (const [name, { pattern }] of Object.entries(rules))
    org.bus.rule(name, { pattern, target: { url: `${RECEIVER}/bus` }, deadLetters: true });
  org.bus.archive(suffix);
  const at = (moment: number): Date => new Date(MIDNIGHT + moment);
  const outages = busOutage ? [{ from: at(busOutage.from), to: at(busOutage.to) }] : [];
  org.bus.faults = { outages, duplicated, delayed, delay };
}

interface Scene {
  readonly org: LocalOrg;
  readonly receiver: Receiver;
  readonly process: ListenerProcess;
  readonly troubles: Troubles;
}

function scheduleTroubles({ org, receiver, process, troubles }: Scene): void {
  const { cuts, outage, restart } = troubles;
  // The clock of a listener stands still until what begins then has come to rest.
  const { clock } = org.forListener;
  const between = ({ from, to }: Stretch, begin: () => void, end: () => void): void => {
    clock.after(MIDNIGHT + from - clock.now(), begin);
    clock.after(MIDNIGHT + to - clock.now(), end);
  };
  const down = (): void => void (receiver.isDown = true);
  const up = (): void => void (receiver.isDown = false);
  for (const cut of cuts)
    between(
      cut,
      () => {
        process.isCutOff = true;
        org.strikeSockets('cut');
      },
      () => (process.isCutOff = false),
    );
  if (outage) between(outage, down, up);
  if (!restart) return;
  between(restart, down, up);
  between(
    restart,
    () => process.die(),
    () => void process.start(),
  );
}

/** One after another, so that the clock holds no more than the next. */
function callOneAfterAnother({ runtime, clock }: LocalOrg, calls: readonly CallOfDay[]): void {
  const next = (i: number): void => {
    const call = calls[i];
    if (!call) return;
    clock.at(MIDNIGHT + call.at, () => {
      const placed = runtime.calls.place({ from: FROM, to: LINE });
      if (placed && call.isImpatient) clock.after(HANGS_UP_AFTER, () => placed.hangUp());
      next(i + 1);
    });
  };
  next(0);
}

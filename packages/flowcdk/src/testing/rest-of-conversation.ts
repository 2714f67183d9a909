import type { DurationLiteral } from '../architect/types';
import type { VirtualClock } from '../emulator/runtime/clock';
import { wrapupCodeNamed } from '../emulator/runtime/conversation/wrap-up';
import type { EventName, EventOf, LoggedEvent } from '../emulator/runtime/events';
import type { Runtime } from '../emulator/runtime/runtime';
import { lengthOf, notThere } from './test-mistakes';

/** What happens to a call, or a conversation of messages, after the flow is done with it. */
export interface EndOptions {
  /**
   * From entering the queue to the answer.
   * @default nobody answers: a caller hangs up after a minute of waiting, messages wait on
   */
  readonly agentAnswersAfter?: DurationLiteral | undefined;
  /** @default a minute */
  readonly talksFor?: DurationLiteral | undefined;
  /** Name or id of the wrap-up code. @default none is chosen, and the platform sets its own */
  readonly wrapUp?: string | undefined;
  /** After-call work, from the end of the talk. @default 10 seconds */
  readonly wrapsUpIn?: DurationLiteral | undefined;
}

const PATIENCE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A conversation of a test. */
interface Conversing {
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly conversationId: string;
  /** Whether it is over. */
  readonly ended: () => boolean;
}

/** Lets time pass until something happens in a conversation. Undefined if that is not so within an hour. */
export async function nextEvent<K extends EventName>(
  { runtime, clock, conversationId, ended }: Conversing,
  type: K,
  isIt: (event: EventOf<K>) => boolean,
): Promise<EventOf<K> | undefined> {
  const isAwaited = (event: LoggedEvent): event is EventOf<K> =>
    event.type === type && event.conversationId === conversationId && isIt(event as EventOf<K>);
  let awaited = runtime.log.events.find(isAwaited);
  const stop = runtime.log.listen((event) => {
    if (isAwaited(event)) awaited ??= event;
  });
  try {
    await clock.run(() => awaited !== undefined || ended(), clock.now() + HOUR);
  } finally {
    stop();
  }
  return awaited;
}

/**
 * Lets the rest of a conversation happen.
 *
 * @param leaves lets the customer leave who has waited for too long; undefined: they wait on
 */
export async function restOf(
  conversing: Conversing,
  { agentAnswersAfter, talksFor, wrapUp, wrapsUpIn }: EndOptions,
  leaves: (() => void) | undefined,
): Promise<void> {
  const { runtime, clock, conversationId, ended } = conversing;
  const { acd, org, log } = runtime;
  if (wrapUp !== undefined && !wrapupCodeNamed(org, wrapUp)) {
    const names = org.all('wrapupCode').map((code) => code.name);
    throw notThere('the org has no wrap-up code', wrapUp, names);
  }
  if (agentAnswersAfter) {
    acd.behaviours.set(conversationId, {
      answersAfter: lengthOf(agentAnswersAfter),
      talksFor: talksFor ? lengthOf(talksFor) : 60_000,
      wrapsUpIn: wrapsUpIn ? lengthOf(wrapsUpIn) : 10_000,
      wrapUp,
    });
  } else {
    const waits = (): boolean =>
      log.events.some((event) => event.type === 'queue.entered' && event.conversationId === conversationId);
    await clock.run(() => ended() || waits());
    if (!ended() && !leaves) return;
    if (!ended() && leaves) clock.after(PATIENCE, leaves);
  }
  await clock.run(ended);
  await clock.run(() => false, clock.now() + DAY);
}

/** Whether a text has these words, in any case, or matches. */
export const says = (text: string, what: string | RegExp): boolean =>
  typeof what === 'string' ? text.toLowerCase().includes(what.toLowerCase()) : what.test(text);

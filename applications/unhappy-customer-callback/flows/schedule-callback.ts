import {
  type Actions,
  asString,
  callData,
  concat,
  type DateTime,
  decision,
  type DurationLiteral,
  type Existing,
  evaluateScheduleGroup,
  exp,
  inMilliseconds,
  isLess,
  isSet,
  loop,
  loopExit,
  type QueueDefinition,
  type Readable,
  type ScheduleGroupDefinition,
  set,
  updateData,
} from 'flowcdk';
import type { createCallback } from '../data-actions/create-callback';
import { tries } from './tries';
import type { Flow } from './variables';

/** The call-back, and when it may be due. */
export interface ScheduledCallback {
  readonly create: typeof createCallback;
  /** Where it waits for a supervisor. */
  readonly queue: QueueDefinition | Existing<'queue'>;
  /** How long one try may take. */
  readonly timeout: DurationLiteral;
  /** From now to the earliest moment. */
  readonly delay: DurationLiteral;
  /** When supervisors are there. */
  readonly supervisorsHours: ScheduleGroupDefinition;
  /** When customers may be called. */
  readonly callingHours: ScheduleGroupDefinition;
}

/** How far ahead a moment is looked for. */
const DAYS = 14;
const HOURS = 24;
/** How exactly it is found. */
const STEP = 5;

/**
 * Creates a call-back for the first moment at which a supervisor is there and the customer may be called. It looks hour
 * by hour, then goes back in steps of five minutes: openings shorter than an hour can be missed.
 */
export const scheduleCallback = (flow: Flow, callback: ScheduledCallback): Actions => [
  decision('Is there a number to call?', isSet(flow.number), {
    yes: [
      ...findMoment(flow, callback),
      decision('Is there a moment for it?', flow.callable, {
        yes: create(flow, callback),
        no: [
          updateData('Nobody is there for it', [
            set(flow.callback, `FAILED: no supervisor within ${DAYS} days`),
            set(flow.failed, true),
          ]),
        ],
      }),
    ],
    no: [updateData('No number to call', [set(flow.callback, 'NO NUMBER')])],
  }),
];

const create = (flow: Flow, { create: action, queue, timeout }: ScheduledCallback): Actions => [
  updateData('The queue of the supervisors', [set(flow.supervisors, queue)]),
  tries(flow, 'Call-back', flow.callback, ({ wellWith, onFailure, onTimeout }) => [
    callData('Create the call-back', action, {
      inputs: {
        queueId: exp<string>`${flow.supervisors}.id`,
        number: flow.number,
        dueAt: asString(flow.due),
        conversationId: flow.conversationId,
        sentiment: asString(flow.score),
      },
      timeout,
      failureOutputs: { status: flow.status, errorCode: flow.errorCode },
      onSuccess: wellWith(concat('DUE ', asString(flow.due))),
      onFailure,
      onTimeout,
    }),
  ]),
];

const findMoment = (flow: Flow, { delay, ...hours }: ScheduledCallback): Actions => [
  updateData('Not earlier than', [
    set(flow.notBefore, later(exp<DateTime>`GetCurrentDateTimeUtc()`, minutesOf(delay))),
    set(flow.due, flow.notBefore),
  ]),
  loop('Look day by day', { times: DAYS }, [
    loop('Look hour by hour', { times: HOURS }, [
      ...lookAt(flow, flow.due, hours, 'an hour'),
      decision('Is that hour one?', flow.callable, { yes: [loopExit('An hour is known')] }),
      updateData('The next hour', [set(flow.due, later(flow.due, 60))]),
    ]),
    decision('Is that day one?', flow.callable, { yes: [loopExit('A day is known')] }),
  ]),
  decision('Is it worth looking earlier?', flow.callable, {
    yes: [
      loop('Look a little earlier', { times: 60 / STEP - 1 }, [
        updateData('A little earlier', [set(flow.earlier, later(flow.due, -STEP))]),
        decision('Is that too early?', isLess(flow.earlier, flow.notBefore), {
          yes: [loopExit('Not before the delay')],
        }),
        ...lookAt(flow, flow.earlier, hours, 'a little earlier'),
        decision('Does the earlier moment do?', flow.callable, {
          yes: [updateData('It does', [set(flow.due, flow.earlier)])],
          no: [loopExit('It does not')],
        }),
      ]),
      updateData('The moment is known', [set(flow.callable, true)]),
    ],
  }),
];

/** Says in `callable` whether a supervisor is there at a moment, and the customer may be called. */
const lookAt = (
  flow: Flow,
  at: Readable<DateTime>,
  { supervisorsHours, callingHours }: Pick<ScheduledCallback, 'supervisorsHours' | 'callingHours'>,
  when: string,
): Actions => [
  updateData(`Nobody yet, ${when}`, [set(flow.callable, false)]),
  evaluateScheduleGroup(`Is a supervisor there, ${when}?`, {
    scheduleGroup: supervisorsHours,
    at,
    onOpen: [
      evaluateScheduleGroup(`May they be called, ${when}?`, {
        scheduleGroup: callingHours,
        at,
        onOpen: [updateData(`They may be called, ${when}`, [set(flow.callable, true)])],
      }),
    ],
  }),
];

const later = (moment: Readable<DateTime>, minutes: number) => exp<DateTime>`AddMinutes(${moment}, ${minutes})`;

const minutesOf = (duration: DurationLiteral): number => Math.ceil(inMilliseconds(duration) / 60_000);

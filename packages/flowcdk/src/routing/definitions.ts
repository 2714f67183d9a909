import type { Definition, DefinitionKind } from '../architect/definition';
import type { DurationLiteral } from '../architect/types';
import type { FlowDefinition } from '../architect/flows/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { defined } from '../ground/defined';
import type { Finding } from '../ground/finding';
import { callRouteProblems, nameProblems, queueProblems } from './problems';
import type { Props } from './props';
import type { ScheduleGroupDefinition } from './schedule-group';

/** A queue agents take interactions from. */
export interface QueueDefinition extends Definition, HasOrigin {
  readonly definition: 'queue';
  readonly description?: string;
  /** How long after-call work may last before it ends by itself, 1 s to 60 min. */
  readonly afterCallWorkTimeout?: DurationLiteral;
  readonly wrapupCodes?: readonly WrapupCodeDefinition[];
  /** What callers hear while they wait. @default the organisation's default in-queue flow */
  readonly inQueueFlow?: FlowDefinition;
  readonly uses?: readonly Definition[];
  readonly problems?: readonly Finding[];
}

/** What an agent says an interaction was about, once it is over. */
export interface WrapupCodeDefinition extends Definition, HasOrigin {
  readonly definition: 'wrapupCode';
  readonly description?: string;
  readonly problems?: readonly Finding[];
}

/** Which flow answers which numbers, and when (an IVR in Architect). */
export interface CallRouteDefinition extends Definition, HasOrigin {
  readonly definition: 'callRoute';
  readonly description?: string;
  /** E.164; a number belongs to one route. */
  readonly numbers: readonly string[];
  readonly openHours: FlowDefinition;
  readonly closedHours?: FlowDefinition;
  readonly holidayHours?: FlowDefinition;
  readonly schedules?: ScheduleGroupDefinition;
  readonly uses: readonly Definition[];
  readonly problems?: readonly Finding[];
}

/**
 * A queue that agents take interactions from.
 *
 * @example
 * ```ts
 * queue({ name: 'Orders', afterCallWorkTimeout: minutes(2), wrapupCodes: [wrapupCode({ name: 'Sold' })] });
 * ```
 */
export function queue(props: Props<QueueDefinition>): QueueDefinition {
  const uses = [...(props.wrapupCodes ?? []), ...(props.inQueueFlow ? [props.inQueueFlow] : [])];
  const origin = definedBy(queue);
  const given = defined(props);
  const problems = queueProblems(given.name, given.afterCallWorkTimeout, sourceLine(origin));
  return Object.freeze({ definition: 'queue', ...given, uses, problems, [ORIGIN]: origin });
}

/**
 * A wrap-up code: what an agent says an interaction was about.
 *
 * @example
 * ```ts
 * wrapupCode({ name: 'Sold', description: 'The customer has ordered.' });
 * ```
 */
export function wrapupCode(props: Props<WrapupCodeDefinition>): WrapupCodeDefinition {
  const origin = definedBy(wrapupCode);
  const problems = nameProblems('wrap-up code', props.name, sourceLine(origin));
  return Object.freeze({ definition: 'wrapupCode', ...defined(props), problems, [ORIGIN]: origin });
}

/**
 * A call route: which flow answers which numbers, and when. Architect calls it an IVR.
 *
 * @example
 * ```ts
 * callRoute({ name: 'Order line', numbers: ['+442079460101'], openHours: reception });
 * ```
 */
export function callRoute(props: Props<CallRouteDefinition>): CallRouteDefinition {
  const used = [props.openHours, props.closedHours, props.holidayHours, props.schedules];
  const uses = [...new Set(used.filter((definition) => definition !== undefined))];
  const origin = definedBy(callRoute);
  const problems = callRouteProblems(props, sourceLine(origin));
  return Object.freeze({ definition: 'callRoute', ...defined(props), uses, problems, [ORIGIN]: origin });
}

/**
 * Something the organisation has already. Stacks look it up by its name and do not create it.
 *
 * @example
 * ```ts
 * transferToAcd('To billing', { targetQueue: existing('queue', 'Billing') });
 * ```
 */
export const existing = <K extends DefinitionKind>(kind: K, name: string): Definition & { readonly definition: K } =>
  Object.freeze({ definition: kind, name, existing: true });

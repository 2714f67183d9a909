import type { Defined, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { notANumber } from './errors';
import type { Finding } from '../ground/finding';
import type { SourceLine } from '../ground/source-line';
import { isE164 } from './e164';
import { nameProblems } from './name-problems';
import { defined } from '../ground/defined';
import type { Props } from './props';
import { type FlowReference, kindProblems, ofKind } from './references';

/** Which flow answers which numbers, and when (an IVR in Architect). */
export interface CallRouteDefinition extends Definition, HasOrigin {
  readonly definition: 'callRoute';
  readonly description?: string | undefined;
  /** E.164; a number belongs to one route. */
  readonly numbers: readonly string[];
  readonly openHours: FlowReference<'inboundCall'>;
  readonly closedHours?: FlowReference<'inboundCall'> | undefined;
  readonly holidayHours?: FlowReference<'inboundCall'> | undefined;
  readonly schedules?: Defined<'scheduleGroup'> | undefined;
  readonly uses: readonly Definition[];
  readonly problems?: readonly Finding[];
}

/**
 * Defines a call route: which flow answers which numbers, and when.
 *
 * @example
 * ```ts
 * callRoute({ name: 'Reception', numbers: ['+442079460101'], openHours: reception });
 * ```
 */
export function callRoute(props: Props<CallRouteDefinition>): CallRouteDefinition {
  const origin = definedBy(callRoute);
  const parts = defined({
    ...props,
    openHours: ofKind('inboundCall')(props.openHours),
    closedHours: ofKind('inboundCall')(props.closedHours),
    holidayHours: ofKind('inboundCall')(props.holidayHours),
  });
  const used = [parts.openHours, parts.closedHours, parts.holidayHours, parts.schedules];
  const uses = [...new Set(used.filter((definition) => definition !== undefined))];
  const problems = callRouteProblems(parts, sourceLine(origin));
  return Object.freeze({ definition: 'callRoute', ...parts, uses, problems, [ORIGIN]: origin });
}

type Parts = Omit<CallRouteDefinition, 'definition' | 'uses' | 'problems'>;

const callRouteProblems = (
  { name, numbers, openHours, closedHours, holidayHours }: Parts,
  at: SourceLine | undefined,
): Finding[] => [
  ...nameProblems('call route', name, at),
  ...numbers.filter((number) => !isE164(number)).map((number) => notANumber(`call route ${name}`, number, at)),
  ...Object.entries({ openHours, closedHours, holidayHours }).flatMap(([place, flow]) =>
    kindProblems(`call route ${name}`, place, flow, 'inboundCall', at),
  ),
];

import type { Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import { scheduleGroupProblems } from './problems';
import { type Props, without } from './props';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** When calls are answered. */
export interface ScheduleGroupDefinition extends Definition, HasOrigin {
  readonly definition: 'scheduleGroup';
  readonly description?: string;
  /** IANA: `Europe/Paris`. */
  readonly timeZone: string;
  readonly open: { readonly days: readonly Weekday[]; readonly from: string; readonly to: string };
  /** Whole days on which nobody answers: `2026-12-25`. */
  readonly holidays: readonly { readonly name: string; readonly date: string }[];
  readonly problems?: readonly Finding[];
}

/** Opening hours and holidays under one name. */
export function scheduleGroup(props: Props<ScheduleGroupDefinition>): ScheduleGroupDefinition {
  const origin = definedBy(scheduleGroup);
  const problems = scheduleGroupProblems(props, sourceLine(origin));
  return Object.freeze({ definition: 'scheduleGroup', ...without(props), problems, [ORIGIN]: origin });
}

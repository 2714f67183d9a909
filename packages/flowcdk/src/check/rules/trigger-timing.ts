import type { Rule } from '../rule';
import { tellTriggerProblems } from '../triggers';

/** Either late events are dropped, or the launch is delayed on purpose; the API takes one of the two. */
export const triggerTiming: Rule = {
  name: 'trigger-timing',
  family: 'triggers',
  severity: 'error',
  protectsFrom: 'a trigger whose timing the platform refuses',
  start: (report) => tellTriggerProblems(['trigger-timing', 'event-ttl', 'delay-by'], report),
};

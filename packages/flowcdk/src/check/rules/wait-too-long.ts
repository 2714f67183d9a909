import { literalScalar } from '../../architect/values';
import { inWords, knownDuration } from '../known-values';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

const HOUR = 3_600_000;
const LONGEST = 72 * HOUR;
/** A survey invitation may wait less (documented). */
const LONGEST_IN_SURVEY_INVITE = HOUR;

/** After 72 hours a flow that waits goes to its error handling. */
export const waitTooLong: Rule = {
  name: 'wait-too-long',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'a flow that is ended while it waits',
  start: (report) => ({
    actions: {
      wait: (action, place) => {
        if (literalScalar(action.trimDurationNearMaxRunningTime) === true) return;
        const time = knownDuration(action.duration, place);
        const invites = place.flow.kind === 'surveyInvite';
        if (time === undefined || time <= (invites ? LONGEST_IN_SURVEY_INVITE : LONGEST)) return;
        report({
          message: `the flow waits ${inWords(time)}`,
          help: invites
            ? 'An invitation to a survey may wait one hour.'
            : 'It may wait 72 hours in all. Launch a new flow then, for instance by a schedule, or let the wait be trimmed.',
          file: place.file,
          path: place.path,
          yaml: yamlOf(action.duration),
        });
      },
    },
  }),
};

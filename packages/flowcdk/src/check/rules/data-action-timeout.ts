import { ofCalls } from '../data-action-calls';
import { inWords, knownDuration } from '../known-values';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

const SECOND = 1000;
const LEAST = 1 * SECOND;
const MOST = 60 * SECOND;

/**
 * A data action itself gives up after at most 60 seconds, so a longer timeout never happens. A timeout below a second
 * may happen on every call.
 */
export const dataActionTimeout: Rule = {
  name: 'data-action-timeout',
  family: 'data actions',
  severity: 'warning',
  protectsFrom: 'a timeout that never comes, or comes before any service can answer',
  start: (report) => ({
    actions: ofCalls((action, place) => {
      if (!action.timeout) return;
      const timeout = knownDuration(action.timeout, place);
      if (timeout === undefined || (timeout >= LEAST && timeout <= MOST)) return;
      report({
        message: `the timeout is ${inWords(timeout)}`,
        help: 'Give 1 to 60 seconds. After 60 the data action fails by itself, and the failure path is taken.',
        file: place.file,
        path: place.path,
        yaml: yamlOf(action.timeout),
      });
    }),
  }),
};

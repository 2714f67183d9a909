import { isTimeZone } from '../runtime/schedules/local-time';
import { collection } from './collection';
import { wrongValue } from './refusals';
import type { Route } from './route';

/** Campaigns are not emulated. Their attempt limits are records that other configurations name. */
export const outboundRoutes: readonly Route[] = collection({
  kind: 'attemptLimits',
  path: '/api/v2/outbound/attemptlimits',
  permission: 'outbound:attemptLimits',
  certainty: 'documented',
  note: 'A record; the local org has no campaigns.',
  version: 'checked',
  check: ({ maxAttemptsPerContact, maxAttemptsPerNumber, timeZoneId, resetPeriod }) => {
    if (maxAttemptsPerContact === undefined && maxAttemptsPerNumber === undefined) {
      throw wrongValue(
        'maxAttemptsPerContact, maxAttemptsPerNumber: one of the two is needed',
        'maxAttemptsPerContact',
      );
    }
    if (resetPeriod === 'TODAY' && timeZoneId === undefined) {
      throw wrongValue('timeZoneId is missing; the reset period TODAY needs it', 'timeZoneId');
    }
    if (timeZoneId !== undefined && !isTimeZone(timeZoneId)) {
      throw wrongValue(`timeZoneId: there is no time zone '${timeZoneId}'`, 'timeZoneId');
    }
  },
}).map((route) =>
  route.path.endsWith('attemptlimits') && route.method === 'GET' ? { ...route, honours: ['allowEmptyResult'] } : route,
);

import { collection, type Collection } from './collection';
import type { Route } from './route';

export const wrapupCodes: Collection<'wrapupCode'> = {
  kind: 'wrapupCode',
  path: '/api/v2/routing/wrapupcodes',
  permission: 'routing:wrapupCode',
  certainty: 'documented',
  inDivision: true,
};

/** The routes of skills and languages, which have only a name that never changes. */
const named = <K extends 'skill' | 'language'>(
  kind: K,
  path: string,
  permission: Collection<'skill'>['permission'] & object,
): Collection<K> => ({
  kind,
  path,
  permission,
  certainty: 'documented',
  verbs: ['list', 'create', 'read', 'delete'],
  deleteAnswers: 204,
});

const smsAddresses: Collection<'smsAddress'> = {
  kind: 'smsAddress',
  path: '/api/v2/routing/sms/addresses',
  permission: 'sms:phoneNumber',
  certainty: 'documented',
  note: 'Nobody looks whether the address exists.',
  verbs: ['list', 'create', 'read', 'delete'],
  deleteAnswers: 204,
};

const utilizationLabels: Collection<'utilizationLabel'> = {
  kind: 'utilizationLabel',
  path: '/api/v2/routing/utilization/labels',
  permission: {
    view: 'routing:utilization:view',
    add: 'routing:utilization:manage',
    edit: 'routing:utilization:manage',
    delete: 'routing:utilization:manage',
  },
  certainty: 'documented',
  note: 'A record: how much somebody can handle does not depend on it here.',
};

export const routingRoutes: readonly Route[] = [
  ...collection(wrapupCodes),
  ...collection(
    named('skill', '/api/v2/routing/skills', {
      view: 'routing:skill:view',
      add: 'routing:skill:manage',
      delete: 'routing:skill:manage',
    }),
  ),
  ...collection(
    named('language', '/api/v2/routing/languages', { add: 'routing:skill:manage', delete: 'routing:skill:manage' }),
  ),
  ...collection(smsAddresses),
  ...collection(utilizationLabels).map((route) =>
    route.method === 'DELETE' ? { ...route, honours: ['forceDelete'] } : route,
  ),
];

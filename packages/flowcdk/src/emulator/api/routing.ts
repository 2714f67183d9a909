import { collection, type Collection } from './collection';
import { ApiProblem } from './refusals';
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

const smsNumbers: Collection<'smsNumber'> = {
  kind: 'smsNumber',
  path: '/api/v2/routing/sms/phonenumbers',
  permission: 'sms:phoneNumber',
  certainty: 'documented',
  note: 'The number is there at once and costs nothing. Once the org has one, messages leave only from its numbers.',
  verbs: ['list', 'create', 'read', 'delete'],
  deleteAnswers: 202,
  conflicts: ['create'],
  filters: { phoneNumber: ({ phoneNumber }, value) => phoneNumber.includes(value.replaceAll('*', '')) },
  complete: (sent, call) => ({
    ...sent,
    phoneNumberStatus: 'ACTIVE',
    dateCreated: call.org.now.toISOString(),
  }),
  check: ({ id, phoneNumber }, { org }) => {
    const other = org.all('smsNumber').find((known) => known.phoneNumber === phoneNumber && known.id !== id);
    if (other)
      throw new ApiProblem(409, 'general.conflict', `The SMS number ${phoneNumber} is there already (${other.id}).`);
  },
  view: (_, shown) => ({ ...shown, capabilities: ['sms'], version: 1 }),
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
  ...collection(smsNumbers),
  ...collection(utilizationLabels).map((route) =>
    route.method === 'DELETE' ? { ...route, honours: ['forceDelete'] } : route,
  ),
];

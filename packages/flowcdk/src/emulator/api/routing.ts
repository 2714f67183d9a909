import { collection, type Collection } from './collection';
import type { Route } from './route';
import { name, reference, required, text, yesNo } from './shape';

export const wrapupCodes: Collection = {
  kind: 'wrapupCode',
  path: '/api/v2/routing/wrapupcodes',
  permission: 'routing:wrapupCode',
  certainty: 'documented',
  body: { name, description: text(), division: reference },
  inDivision: true,
};

/** Skills and languages have nothing but a name, which never changes. */
const named = (
  kind: 'skill' | 'language',
  path: string,
  permission: Collection['permission'] & object,
): Collection => ({
  kind,
  path,
  permission,
  certainty: 'documented',
  body: { name },
  verbs: ['list', 'create', 'read', 'delete'],
  deleteAnswers: 204,
  complete: (sent) => ({ ...sent, state: 'active' }),
});

const smsAddresses: Collection = {
  kind: 'smsAddress',
  path: '/api/v2/routing/sms/addresses',
  permission: 'sms:phoneNumber',
  certainty: 'documented',
  note: 'Nobody looks whether the address exists.',
  body: {
    name: text(),
    street: required(text()),
    city: required(text()),
    region: required(text()),
    postalCode: required(text(20)),
    countryCode: required(text(2, 2)),
    autoCorrectAddress: yesNo,
  },
  verbs: ['list', 'create', 'read', 'delete'],
  deleteAnswers: 204,
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
];

import type { Org } from '../state/org';
import type { RecordOfKind } from '../state/tables';
import type { Route } from './route';

/** The organisation itself. */
export function organization(org: Org): RecordOfKind<'organization'> {
  const [own] = org.all('organization');
  if (!own) throw new Error('a local org without an organisation');
  return own;
}

export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/organizations/me',
    does: 'tells about the organisation',
    answers: [200],
    certainty: 'documented',
    handle: ({ org }) => organization(org),
  },
  {
    method: 'GET',
    path: '/api/v2/authorization/products',
    does: 'lists the products the organisation may use',
    answers: [200],
    certainty: 'believed',
    note: 'There are none in a local org; nothing depends on it.',
    handle: () => ({ total: 0, entities: [] }),
  },
];

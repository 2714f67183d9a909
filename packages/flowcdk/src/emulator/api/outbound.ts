import { isTimeZone } from '../runtime/schedules/local-time';
import { whole } from '../state/shape';
import type { RecordOfKind } from '../state/tables';
import { type Collection, collection } from './collection';
import { wrongValue } from './refusals';
import type { Route } from './route';

const attemptLimits: Collection<'attemptLimits'> = {
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
};

/** The columns that a contact list says something of. They must be among its columns. */
function columnsIn({
  phoneColumns = [],
  emailColumns = [],
  whatsAppColumns = [],
}: RecordOfKind<'contactList'>): readonly (readonly [path: string, name: string])[] {
  return Object.entries({ phoneColumns, emailColumns, whatsAppColumns }).flatMap(([field, columns]) =>
    columns.map(({ columnName }, i) => [`${field}[${i}].columnName`, columnName] as const),
  );
}

const contactLists: Collection<'contactList'> = {
  kind: 'contactList',
  path: '/api/v2/outbound/contactlists',
  permission: 'outbound:contactList',
  certainty: 'documented',
  note: 'A record that flows name; the local org has no campaigns and no contacts.',
  inDivision: true,
  version: 'checked',
  check: (list) => {
    const { columnNames } = list;
    if (columnNames.length === 0) throw wrongValue('columnNames is empty; a contact list has columns', 'columnNames');
    const columns = columnsIn(list);
    if (columns.length === 0) {
      throw wrongValue(
        'phoneColumns, emailColumns, whatsAppColumns: one of them is needed, so that a contact can be reached',
        'phoneColumns',
      );
    }
    const unknown = columns.find(([, column]) => !columnNames.includes(column));
    if (!unknown) return;
    const [path, column] = unknown;
    throw wrongValue(`${path} is '${column}'; the columns are ${columnNames.join(', ')}`, path);
  },
};

const searchBody = { pageSize: whole(1), pageNumber: whole(1) };

/** Terraform's provider counts the contacts of a list so. */
const searchContacts: Route = {
  method: 'POST',
  path: '/api/v2/outbound/contactlists/:id/contacts/search',
  does: 'finds the contacts of a list',
  permission: 'outbound:contact:view',
  answers: [200, 404],
  certainty: 'documented',
  note: 'The local org has no contacts: it finds none.',
  body: searchBody,
  handle: (call) => {
    call.the('contactList');
    const { pageSize = 25, pageNumber = 1 } = call.object(searchBody);
    return { contacts: [], contactsCount: 0, total: 0, pageNumber, pageSize, pageCount: 0 };
  },
};

/** Campaigns are not emulated. Their attempt limits and contact lists are records that other configurations name. */
export const outboundRoutes: readonly Route[] = [
  ...[...collection(attemptLimits), ...collection(contactLists)].map((route) => honouring(route)),
  searchContacts,
];

/** What the queries of Terraform's provider ask for beside the page, and the org does anyway. */
function honouring(route: Route): Route {
  if (route.method !== 'GET') return route;
  return route.path.endsWith('/:id')
    ? { ...route, honours: ['includeImportStatus', 'includeSize'] }
    : { ...route, honours: ['allowEmptyResult', 'includeImportStatus', 'includeSize'] };
}

import { fieldsOf, isObject, itemsOf, type Json, type JsonObject, textOf } from '../state/json';
import type { Org } from '../state/org';
import { anyObject, anything, oneOf, required, text } from '../state/shape';
import type { ExternalContact } from '../state/tables/external-contact';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { page } from './paging';
import { notThere, wrongValue } from './refusals';
import type { Route } from './route';

const path = '/api/v2/externalcontacts/contacts';
const permission = 'externalContacts:contact';

const phones = ['workPhone', 'cellPhone', 'homePhone', 'otherPhone'] as const;
const emails = ['workEmail', 'personalEmail', 'otherEmail'] as const;

const contacts: Collection<'externalContact'> = {
  kind: 'externalContact',
  path,
  permission,
  certainty: 'documented',
  note: 'The cloud also takes relate:contact:… as permission. Contacts are Curated; organisations, schemas and sources of contacts are kept as they were sent.',
  verbs: ['create', 'read', 'update', 'delete'],
  inDivision: true,
  absentWhenEmpty: ['address', 'twitterId', 'lineId', 'whatsAppId', 'facebookId', 'instagramId', ...phones],
  keeps: ['createDate'],
  complete: (sent, { org }, before) => ({
    ...trimmed(sent),
    ...Object.fromEntries(phones.flatMap((field) => (sent[field] ? [[field, numberOf(sent[field])]] : []))),
    ...(sent.whatsAppId?.phoneNumber
      ? { whatsAppId: { ...sent.whatsAppId, phoneNumber: numberOf(sent.whatsAppId.phoneNumber) } }
      : {}),
    createDate: before?.createDate ?? org.now.toISOString(),
    modifyDate: org.now.toISOString(),
    type: 'Curated',
  }),
  view: (_contact, shown, call) => {
    call.expansions('division', 'identifiers', 'externalOrganization', 'externalDataSources', 'externalSources');
    return shown;
  },
};

/** Names lose the blanks around them (documented). */
const trimmed = (fields: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  );

/** A number as the platform keeps it. One that is no number in E.164 stays as it was typed (documented). */
function numberOf(sent: JsonObject): JsonObject {
  const typed = textOf(sent['userInput']) ?? textOf(sent['display']) ?? textOf(sent['e164']) ?? '';
  const e164 = e164Of(textOf(sent['e164']) ?? typed);
  return {
    ...sent,
    userInput: typed,
    display: e164 ?? typed,
    ...(e164 === undefined ? {} : { e164 }),
  };
}

/** Ten digits without a country are American (documented: +1 is the default). */
function e164Of(typed: string): string | undefined {
  const digits = typed.replace(/^tel:/, '').replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  return /^\d{10}$/.test(digits) ? `+1${digits}` : undefined;
}

const e164In = (contact: ExternalContact): readonly string[] =>
  [...phones.map((field) => contact[field]), contact.whatsAppId?.phoneNumber].flatMap((phone) => phone?.e164 ?? []);

const addressesIn = (contact: ExternalContact): readonly string[] =>
  emails.flatMap((field) => contact[field]?.toLowerCase() ?? []);

/** The texts in which a search looks. */
const searched = (contact: ExternalContact): readonly string[] => [
  ...(['firstName', 'middleName', 'lastName', 'title'] as const).flatMap((field) => contact[field] ?? []),
  `${contact.firstName ?? ''} ${contact.lastName ?? ''}`,
  ...phones.flatMap((field) => [contact[field]?.display ?? '', contact[field]?.userInput ?? '']),
  ...e164In(contact),
  ...addressesIn(contact),
];

const sortable = ['firstName', 'middleName', 'lastName', 'title'] as const;
/** The product of page size and page number (documented). */
const LAST = 1_000;

function list(call: Call): JsonObject {
  const q = call.query('q')?.toLowerCase();
  const divisions = call.query('divisionIds')?.split(',');
  const [size, number] = [Number(call.query('pageSize') ?? 20), Number(call.query('pageNumber') ?? 1)];
  if (size * number > LAST) {
    throw wrongValue(`pageSize, pageNumber: their product is ${size * number}; it is at most ${LAST}`, 'pageNumber');
  }
  const matching = call.org
    .all('externalContact')
    .filter((contact) => q === undefined || searched(contact).some((word) => word.toLowerCase().includes(q)))
    .filter(({ division }) => divisions === undefined || divisions.includes(division.id));
  const part = page(call, inOrder(matching, call.query('sortOrder')), path, 20);
  return { ...part, entities: part.entities.map((contact) => shownOf(contacts, contact, call)), partialResults: false };
}

/** `lastName:asc` */
function inOrder(matching: readonly ExternalContact[], order: string | undefined): readonly ExternalContact[] {
  if (order === undefined) return matching;
  const [name = '', direction = 'asc'] = order.split(':');
  const field = sortable.find((entry) => entry === name);
  if (!field || !['asc', 'desc'].includes(direction)) {
    throw wrongValue(
      `sortOrder: '${order}' is no order such as firstName:asc; there are ${sortable.join(', ')}`,
      'sortOrder',
    );
  }
  const sign = direction === 'asc' ? 1 : -1;
  return [...matching].sort((a, b) => sign * (a[field] ?? '').localeCompare(b[field] ?? '', 'en'));
}

const types = [
  'SocialLine',
  'SocialFacebook',
  'SocialTwitter',
  'SocialWhatsapp',
  'SocialInstagram',
  'AppleOpaqueId',
  'Email',
  'Phone',
  'Cookie',
  'ExternalId',
] as const;
const identifierBody = {
  type: required(oneOf(...types)),
  value: required(text(255, 1)),
  division: anyObject,
  externalSource: anything,
};

/** The contact that has an identifier. */
function lookUp(call: Call): JsonObject {
  const { type, value, externalSource } = call.object(identifierBody);
  const contact = call.org.all('externalContact').find((candidate) => {
    const source = idOf(externalSource);
    if (type !== 'ExternalId') return identifiersOf(candidate, type).includes(normal(type, value));
    return (candidate.externalIds ?? []).some(
      (entry) => entry.value === value && (source === undefined || idOf(entry.externalSource) === source),
    );
  });
  if (!contact) throw notThere(`external contact with the ${type}`, value);
  return shownOf(contacts, contact, call);
}

/** A source of contacts is named by its id, alone or in an object. */
const idOf = (source: Json | undefined): string | undefined =>
  textOf(source) ?? (isObject(source) ? textOf(source['id']) : undefined);

const normal = (type: (typeof types)[number], value: string): string =>
  type === 'Email'
    ? value.toLowerCase()
    : type === 'Phone' || type === 'SocialWhatsapp'
      ? (e164Of(value) ?? value)
      : value;

/** The identifiers of a contact that are of one type. A local contact has no cookies. */
function identifiersOf(contact: ExternalContact, type: (typeof types)[number]): readonly string[] {
  const idsIn = (social: JsonObject | undefined): readonly string[] =>
    itemsOf(fieldsOf(social)['ids']).flatMap((entry) =>
      Object.values(fieldsOf(entry)).flatMap((id) => textOf(id) ?? []),
    );
  switch (type) {
    case 'Phone':
      return e164In(contact);
    case 'Email':
      return addressesIn(contact);
    case 'SocialWhatsapp':
      return contact.whatsAppId?.phoneNumber?.e164 === undefined ? [] : [contact.whatsAppId.phoneNumber.e164];
    case 'SocialTwitter':
      return [contact.twitterId?.id, contact.twitterId?.screenName].filter((id) => id !== undefined);
    case 'SocialLine':
      return idsIn(contact.lineId);
    case 'SocialFacebook':
      return idsIn(contact.facebookId);
    case 'SocialInstagram':
      return idsIn(contact.instagramId);
    case 'AppleOpaqueId':
      return (contact.appleOpaqueIds ?? []).flatMap(({ value }) => value ?? []);
    default:
      return [];
  }
}

/** Contacts with a number or an address. */
const reverse = (org: Org, value: string): readonly ExternalContact[] =>
  org
    .all('externalContact')
    .filter(
      (contact) =>
        e164In(contact).includes(e164Of(value) ?? value) ||
        addressesIn(contact).includes(value.toLowerCase()) ||
        identifiersOf(contact, 'SocialTwitter').includes(value),
    );

const MOST_FOUND = 25;

const lookUpRoute = (at: string, note: string): Route => ({
  method: 'POST',
  path: at,
  does: 'finds the external contact that has a number, an address or another identifier',
  permission: `${permission}:view`,
  answers: [200, 404],
  certainty: 'documented',
  note,
  body: identifierBody,
  handle: lookUp,
});

export const externalContactRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'lists external contacts: all, or those in which a text stands',
    permission: `${permission}:view`,
    answers: [200],
    certainty: 'documented',
    note: 'Where the search looks is believed: names, title, numbers, addresses.',
    query: {
      q: 'only those in whose names, numbers or addresses it stands',
      pageSize: 'how many on a page; 20 if not told',
      pageNumber: 'which page, from 1',
      sortOrder: 'firstName:asc, lastName:desc …',
      divisionIds: 'only those of these divisions',
    },
    handle: list,
  },
  ...collection(contacts),
  lookUpRoute('/api/v2/externalcontacts/identifierlookup', 'Nothing found is 404 (inferred).'),
  lookUpRoute('/api/v2/externalcontacts/identifierlookup/contacts', 'Nothing found is 404 (inferred).'),
  {
    method: 'GET',
    path: '/api/v2/externalcontacts/reversewhitepageslookup',
    does: 'finds the external contacts with a number, an address or a name at Twitter',
    permission: `${permission}:view`,
    answers: [200],
    certainty: 'documented',
    query: { lookupVal: 'a number in E.164, an e-mail address or a name at Twitter' },
    handle: (call) => {
      const matching = reverse(call.org, call.query('lookupVal') ?? '').slice(0, MOST_FOUND);
      return { contacts: matching.map((contact) => shownOf(contacts, contact, call)) };
    },
  },
];

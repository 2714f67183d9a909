import type { Org } from '../state/org';
import type { DidPool } from '../state/tables/did-pool';
import type { Ivr } from '../state/tables/ivr';
import { collection } from './collection';
import { page } from './paging';
import { ApiProblem, notThere, wrongValue } from './refusals';
import type { Route } from './route';

const e164 = /^\+[1-9]\d{6,14}$/;
const all = 'telephony:plugin:all';
const poolPath = '/api/v2/telephony/providers/edges/didpools';
const didPath = '/api/v2/telephony/providers/edges/dids';
/** Numbers. The lists of larger pools would be of no use. */
const LARGEST_POOL = 100_000;

interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

const rangeOf = (pool: DidPool): Range => ({
  first: numeric(pool.startPhoneNumber),
  last: numeric(pool.endPhoneNumber),
});

/** The values of the query parameter `type` of a list of numbers. */
const numberTypes = ['ASSIGNED_AND_UNASSIGNED', 'UNASSIGNED'];

const numeric = (number: string): bigint => BigInt(number.slice(1));

const holds = (pool: DidPool, number: string): boolean => {
  const { first, last } = rangeOf(pool);
  const value = numeric(number);
  // The number of digits must be the same: +4412 does not lie between +441000 and +449999.
  return value >= first && value <= last && number.length === pool.startPhoneNumber.length;
};

const shownRange = (pool: DidPool): string => `${pool.startPhoneNumber} to ${pool.endPhoneNumber}`;

/** The call route that has a number, except for the route with an id. */
const ownerOf = (org: Org, number: string, except?: string): Ivr | undefined =>
  org.all('ivr').find((ivr) => ivr.id !== except && ivr.dnis?.includes(number));

const pools = collection({
  kind: 'didPool',
  path: poolPath,
  permission: { view: all, add: all, edit: all, delete: all },
  certainty: 'documented',
  deleteAnswers: 204,
  conflicts: ['create', 'update', 'delete'],
  check: (pool, { org }) => {
    for (const field of ['startPhoneNumber', 'endPhoneNumber'] as const) {
      const number = pool[field];
      if (!e164.test(number))
        throw wrongValue(`${field}: '${number}' is no number in E.164, such as +442079460101`, field);
    }
    const { first, last } = rangeOf(pool);
    if (last < first) throw wrongValue(`endPhoneNumber: the pool ends before it starts (${shownRange(pool)})`);
    if (last - first >= BigInt(LARGEST_POOL)) {
      throw wrongValue(`endPhoneNumber: a pool has at most ${LARGEST_POOL} numbers (${shownRange(pool)})`);
    }
    const overlapping = org.all('didPool').find((other) => {
      const range = rangeOf(other);
      return other.id !== pool.id && range.first <= last && first <= range.last;
    });
    if (overlapping) {
      throw new ApiProblem(
        409,
        'general.conflict',
        `The numbers ${shownRange(pool)} overlap with the pool ${shownRange(overlapping)} (${overlapping.id}).`,
      );
    }
  },
  deleting: (pool, { org }) => {
    const user = org.all('ivr').find((ivr) => ivr.dnis?.some((number) => holds(pool, number)));
    if (!user) return;
    throw new ApiProblem(
      409,
      'general.conflict',
      `The DID pool ${shownRange(pool)} is in use and cannot be deleted: call route (IVR) '${user.name}'.`,
    );
  },
});

const ivrs = collection({
  kind: 'ivr',
  path: '/api/v2/architect/ivrs',
  permission: 'routing:callRoute',
  certainty: 'documented',
  note: 'A number lies in a DID pool of the org and belongs to one route.',
  wrongValueIs: 422,
  inDivision: true,
  version: 'counted',
  check: (ivr, { org }) => {
    for (const field of ['openHoursFlow', 'closedHoursFlow', 'holidayHoursFlow'] as const) {
      const type = org.get('flow', ivr[field]?.id ?? '')?.type;
      if (type !== undefined && type !== 'INBOUNDCALL') {
        throw wrongValue(`${field}: a call route needs an inbound call flow, not a flow of type ${type}`, field);
      }
    }
    if ((ivr.closedHoursFlow || ivr.holidayHoursFlow) && !ivr.scheduleGroup) {
      throw wrongValue('scheduleGroup: flows for closed hours and holidays need a schedule group', 'scheduleGroup');
    }
    for (const number of ivr.dnis ?? []) checkNumber(number, ivr, org);
  },
  filters: { dnis: (ivr, number) => ivr.dnis?.includes(number) === true },
});

function checkNumber(number: string, ivr: Ivr, org: Org): void {
  if (!e164.test(number)) throw wrongValue(`dnis: '${number}' is no number in E.164, such as +442079460101`, 'dnis');
  const all = org.all('didPool');
  if (!all.some((pool) => holds(pool, number))) {
    const known = all.map(shownRange).join(', ') || 'none';
    throw wrongValue(
      `dnis: the number ${number} lies in no DID pool of this organisation (${known}). ` +
        'Create a pool, or start the local org with a seed file that has one.',
      'dnis',
    );
  }
  const owner = ownerOf(org, number, ivr.id);
  if (owner) throw wrongValue(`dnis: the number ${number} belongs to the call route '${owner.name}' already`, 'dnis');
}

/** Every number of every pool, each with its call route; or only the given number. */
const numbersOf = (org: Org, number: string | undefined): PhoneNumber[] =>
  org.all('didPool').flatMap((pool) => {
    if (number !== undefined) return e164.test(number) && holds(pool, number) ? [numberIn(pool, number, org)] : [];
    const { first, last } = rangeOf(pool);
    return Array.from({ length: Number(last - first) + 1 }, (_, i) => numberIn(pool, `+${first + BigInt(i)}`, org));
  });

/** In the cloud every number has an id. In the local org the id contains the number. */
const idOfNumber = (pool: DidPool, phoneNumber: string): string =>
  `${pool.id.slice(0, 23)}-${phoneNumber.slice(1).padStart(12, '0').slice(-12)}`;

/** The number of an id, if it belongs to the pool; otherwise an empty text. */
function numberOfId(pool: DidPool, id: string): string {
  const digits = pool.startPhoneNumber.slice(1);
  const number = `+${digits.slice(0, -12)}${id.slice(-12).slice(-digits.length)}`;
  return idOfNumber(pool, number) === id ? number : '';
}

/** A number with its call route. */
type PhoneNumber = ReturnType<typeof numberIn>;

function numberIn(pool: DidPool, phoneNumber: string, org: Org) {
  const owner = ownerOf(org, phoneNumber);
  return {
    id: idOfNumber(pool, phoneNumber),
    name: phoneNumber,
    phoneNumber,
    didPool: { id: pool.id },
    ownerType: owner && 'IVR_CONFIG',
    owner: owner && { id: owner.id, name: owner.name },
    selfUri: `${didPath}/${idOfNumber(pool, phoneNumber)}`,
  };
}

/** The plus of a query `+44…` arrives as a blank where the caller did not encode it. */
const asNumber = (value: string | undefined): string | undefined => value?.replace(/^ /, '+');

export const telephonyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${poolPath}/dids`,
    does: 'lists the numbers of all pools, assigned or not',
    permission: all,
    answers: [200, 400],
    certainty: 'documented',
    handle: (call) => {
      const type = call.query('type')?.toUpperCase();
      if (type === undefined || !numberTypes.includes(type)) {
        throw wrongValue(`type: '${type ?? ''}' is none of ${numberTypes.join(', ')}`, 'type');
      }
      const [part, ids] = [asNumber(call.query('numberMatch')), call.query('id')?.split(',')];
      const numbers = numbersOf(call.org, undefined)
        .filter((entry) => type !== 'UNASSIGNED' || entry.owner === undefined)
        .filter((entry) => part === undefined || entry.phoneNumber.includes(part))
        .filter((entry) => ids === undefined || ids.includes(entry.didPool.id))
        .map(({ phoneNumber, ...entry }) => ({ ...entry, number: phoneNumber, assigned: entry.owner !== undefined }));
      return page(call, numbers, `${poolPath}/dids`);
    },
  },
  ...pools,
  {
    method: 'GET',
    path: didPath,
    does: 'lists the numbers of all pools, or one of them',
    permission: all,
    answers: [200],
    certainty: 'documented',
    handle: (call) => page(call, numbersOf(call.org, asNumber(call.query('phoneNumber'))), didPath),
  },
  {
    method: 'GET',
    path: `${didPath}/:id`,
    does: 'gives one number',
    permission: all,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const id = call.param('id');
      const number = call.org.all('didPool').flatMap((pool) => numbersOf(call.org, numberOfId(pool, id)))[0];
      if (!number) throw notThere('number', id);
      return number;
    },
  },
  ...ivrs,
];

import { milliseconds } from '../../architect/types';
import type { Chance } from '../../emulator/runtime/chance';
import type { HttpOutcome } from '../../emulator/runtime/services/http';
import {
  Asked,
  cutsConnection,
  failsWith,
  hangs,
  hugeBody,
  latencies,
  type Latency,
  malformed,
  respondsWith,
  Service,
  tooManyRequests,
} from '../../emulator/runtime/services/service';
import type { Json } from '../../emulator/state/json';
import { type Customer, customerDatabase } from '../customer-databases';
import type {
  DatabaseDescription,
  EverywhereDescription,
  FaultDescription,
  FaultKind,
  LatencyDescription,
  ServiceDescription,
  ServicesDescription,
} from './description';

/** The services that are described, by the same names. */
export const buildServices = ({ services }: ServicesDescription): Readonly<Record<string, Service>> =>
  Object.fromEntries(
    Object.entries(services).map(([name, description]) => [name, withFaults(name, description, services)]),
  );

type Services = ServicesDescription['services'];

function withFaults(name: string, description: ServiceDescription, services: Services): Service {
  const slow = latencyOf(description.latency);
  const working = bare(name, description, services).after(slow);
  return (description.faults ?? []).reduceRight((service, fault) => {
    const broken = brokenBy(fault, slow, working);
    const rarely = fault.share === undefined ? broken : service.sometimes(fault.share, broken);
    return fault.first === undefined ? rarely : service.first(fault.first, rarely);
  }, working);
}

function bare(name: string, description: ServiceDescription, services: Services): Service {
  switch (description.kind) {
    case 'database':
      return database(name, description, listedIn(services));
    case 'answer':
      return respondsWith((description.body ?? {}) as Json, description.status);
    case 'everywhere':
      return everywhere(description, services);
  }
}

/** The numbers that databases list, by their last nine digits, which are the same however a number is written. */
const listedIn = (services: Services): ReadonlySet<string> =>
  new Set(
    Object.values(services).flatMap((one) =>
      one.kind === 'database' ? (one.customers ?? []).map(({ number }) => number.slice(-9)) : [],
    ),
  );

function database(
  name: string,
  { customers = [], knows = 0 }: DatabaseDescription,
  listed: ReadonlySet<string>,
): Service {
  const known = new Map<string, Customer>(
    customers.map(({ number, id, ...rest }) => [
      number.slice(1),
      { id: id ?? `${name.slice(0, 1).toUpperCase()}-${number.slice(-6)}`, ...rest },
    ]),
  );
  // Who writes national numbers begins them with one zero in place of the country code, which is one to three digits.
  const national = new Map<string, Customer>(
    [...known].flatMap(([digits, one]) => [1, 2, 3].map((code) => [`0${digits.slice(code)}`, one] as const)),
  );
  return customerDatabase((digits) => {
    const named = known.get(digits) ?? (digits.startsWith('0') ? national.get(digits) : undefined);
    if (named) return named;
    const tail = digits.slice(-9);
    if (knows === 0 || digits === '' || listed.has(tail)) return undefined;
    if (evenly(`${name}/${tail}`) >= knows) return undefined;
    const number = tail.slice(-4);
    return {
      id: `${name.slice(0, 1).toUpperCase()}-${tail}`,
      name: `Customer ${number}`,
      tier: evenly(`${name}/tier/${tail}`) < 0.1 ? 'gold' : 'standard',
    };
  });
}

/** A number from 0 up to but not including 1, always the same for a text (FNV-1a, finished like MurmurHash). */
function evenly(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A request to it as the data actions of the databases write theirs; its own is `GET /identify?phone=%2B33…`. */
function everywhere({ asks, stoppedAfter, coldStart }: EverywhereDescription, services: Services): Service {
  const databases = asks.flatMap((name) => {
    const description = services[name];
    return description ? [{ name, service: withFaults(name, description, services) }] : [];
  });
  return new Service((asked) => {
    const { chance, url } = asked;
    const started = coldStart && chance.next() < coldStart.share ? drawn(coldStart.latency, chance) : 0;
    const answers = databases.map(({ name, service }) => {
      const { after, outcome } = service.serve(lookupOf(asked, url.searchParams.get('phone') ?? ''));
      return { name, after, customer: customerIn(outcome), answered: outcome !== undefined };
    });
    const found = answers.filter(({ customer }) => customer).sort((a, b) => a.after - b.after)[0];
    const last = Math.max(0, ...answers.map(({ after, answered }) => (answered ? after : NEVER)));
    const after = started + (found ? found.after : last);
    if (stoppedAfter !== undefined && after > stoppedAfter * 1000) {
      const { outcome } = failsWith(504, { message: `stopped after ${stoppedAfter} seconds` }).serve(asked);
      return { after: stoppedAfter * 1000, outcome, fault: `stopped after ${stoppedAfter} s` };
    }
    if (after >= NEVER) return { after: 0, outcome: undefined };
    const body = found
      ? { ...found.customer, database: `${found.name.slice(0, 1).toUpperCase()}${found.name.slice(1)}` }
      : { database: 'none' };
    return { after, outcome: respondsWith(body).serve(asked).outcome };
  });
}

/** Longer than anybody waits. */
const NEVER = 24 * 60 * 60 * 1000;

/** The dialect of Alpha, which every database speaks. */
const lookupOf = (asked: Asked, phone: string): Asked => {
  const url = new URL('http://database.local/customers');
  url.searchParams.set('phone', phone);
  return new Asked({ method: 'GET', url: url.href, headers: {} }, asked.chance, asked.times);
};

function customerIn(outcome: HttpOutcome | undefined): Readonly<Record<string, string>> | undefined {
  if (!outcome || !('response' in outcome) || outcome.response.status !== 200) return undefined;
  try {
    const [first] = JSON.parse(outcome.response.body) as readonly Readonly<Record<string, string>>[];
    const { id = '', name = '', tier = '', language = '' } = first ?? {};
    return first && { customerId: id, fullName: name, tier, preferredLanguage: language };
  } catch {
    return undefined;
  }
}

const broken: Readonly<Record<Exclude<FaultKind, 'missingField' | 'wrongType'>, (status: number) => Service>> = {
  status: (status) => failsWith(status),
  tooManyRequests,
  hang: hangs,
  cutConnection: cutsConnection,
  malformed,
  hugeBody,
};

function brokenBy({ fault, status = 503, field }: FaultDescription, slow: Latency, working: Service): Service {
  if (fault === 'missingField') return working.lacking(field);
  if (fault === 'wrongType') return working.mistyped(field);
  return broken[fault](status).after(slow);
}

const latencyOf = (described: LatencyDescription = 0): Latency =>
  typeof described === 'number'
    ? milliseconds(described * 1000)
    : latencies(milliseconds(described.median * 1000), milliseconds(described.slowOneIn20 * 1000));

const drawn = (described: LatencyDescription, chance: Chance): number => {
  const latency = latencyOf(described);
  return typeof latency === 'function' ? latency(chance) : typeof described === 'number' ? described * 1000 : 0;
};

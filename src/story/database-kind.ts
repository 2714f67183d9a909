import {
  type Service,
  type ServiceDescription,
  serviceKind,
  type ServicesDescription,
  shareSchema,
} from 'flowcdk/testing/services';
import { type Customer, customerDatabase } from './customer-databases';

/** A customer database; it speaks the language of Alpha, Beta or Gamma, whichever it is asked in. */
interface DatabaseDescription extends ServiceDescription {
  readonly kind: 'database';
  /** Whom it knows by name. */
  readonly customers?: readonly CustomerDescription[];
  /** The share it knows of the numbers that no database lists, 0 to 1; a number it knows, it always knows. @default 0 */
  readonly knows?: number;
}

interface CustomerDescription {
  /** E.164 */
  readonly number: string;
  /** @default made from the number */
  readonly id?: string;
  readonly name: string;
  readonly tier?: string;
  readonly language?: string;
}

/** The kind `database` of files of services. */
export const databaseKind = serviceKind<DatabaseDescription>({
  properties: {
    customers: {
      type: 'array',
      maxItems: 100_000,
      description: 'Whom it knows.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['number', 'name'],
        properties: {
          number: {
            type: 'string',
            pattern: '^\\+[1-9][0-9]{3,14}$',
            description: 'E.164, in quotes: "+33199001234".',
          },
          id: { type: 'string', description: 'The number of the customer in the database.' },
          name: { type: 'string', description: 'Full name.' },
          tier: { type: 'string', description: 'Service level: standard, silver, gold.' },
          language: { type: 'string', description: 'Language tag: en-us.' },
        },
      },
    },
    knows: shareSchema('The share it knows of the numbers that no database lists.'),
  },
  build: (description, { name, services }) => database(name, description, listedIn(services)),
});

/** The numbers that databases list, by their last nine digits, which are the same however a number is written. */
const listedIn = (services: ServicesDescription['services']): ReadonlySet<string> =>
  new Set(
    Object.values(services).flatMap((service) =>
      isDatabase(service) ? (service.customers ?? []).map(({ number }) => number.slice(-9)) : [],
    ),
  );

const isDatabase = (service: ServiceDescription): service is DatabaseDescription => service.kind === 'database';

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
    [...known].flatMap(([digits, customer]) => [1, 2, 3].map((code) => [`0${digits.slice(code)}`, customer] as const)),
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

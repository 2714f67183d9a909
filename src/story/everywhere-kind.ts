import {
  ServiceRequest,
  type Chance,
  failsWith,
  type HttpOutcome,
  respondsWith,
  Service,
  type LatencyDescription,
  latencyOf,
  latencySchema,
  secondsSchema,
  type ServiceContext,
  type ServiceDescription,
  serviceKind,
  shareSchema,
} from 'flowcdk/testing/services';

/** Asks several databases at once and answers with the first that knows the caller. */
interface EverywhereDescription extends ServiceDescription {
  readonly kind: 'everywhere';
  /** Names of databases of the same file. */
  readonly asks: readonly string[];
  /** Seconds after which it is stopped and answers with an error. @default it is not stopped */
  readonly stoppedAfter?: number;
  /** It has to be started first, in that share of the requests, which takes so long. @default never */
  readonly coldStart?: { readonly share: number; readonly latency: LatencyDescription };
}

/** The kind `everywhere` of files of services. */
export const everywhereKind = serviceKind<EverywhereDescription>({
  properties: {
    asks: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: { type: 'string' },
      description: 'Names of databases of the same file.',
    },
    stoppedAfter: secondsSchema('It is stopped after so long and answers with an error.'),
    coldStart: {
      type: 'object',
      additionalProperties: false,
      required: ['share', 'latency'],
      properties: { share: shareSchema('The share of the requests it has to be started for.'), latency: latencySchema },
      description: 'It has to be started first.',
    },
  },
  required: ['asks'],
  build: everywhere,
  problems: ({ asks }, services) =>
    asks.flatMap((database, i) => {
      if (isDatabase(services[database])) return [];
      const databases = Object.keys(services).filter((name) => isDatabase(services[name]));
      return [
        {
          path: ['asks', String(i)],
          message: `there is no database ${JSON.stringify(database)} in this file`,
          help: `Databases here: ${databases.length === 0 ? 'none' : databases.join(', ')}.`,
        },
      ];
    }),
});

const isDatabase = (service: unknown): boolean =>
  typeof service === 'object' && service !== null && 'kind' in service && service.kind === 'database';

/** A request to it as the data actions of the databases write theirs; its own is `GET /identify?phone=%2B33…`. */
function everywhere(
  { asks, stoppedAfter, coldStart }: EverywhereDescription,
  { serviceNamed }: ServiceContext,
): Service {
  const databases = asks.flatMap((name) => {
    const service = serviceNamed(name);
    return service ? [{ name, service }] : [];
  });
  return new Service((question) => {
    const { chance, url } = question;
    const started = coldStart && chance.next() < coldStart.share ? drawn(coldStart.latency, chance) : 0;
    const answers = databases.map(({ name, service }) => {
      const { after, outcome } = service.serve(lookupOf(question, url.searchParams.get('phone') ?? ''));
      return { name, after, customer: customerIn(outcome), answered: outcome !== undefined };
    });
    const quickest = answers.filter(({ customer }) => customer).sort((a, b) => a.after - b.after)[0];
    const last = Math.max(0, ...answers.map(({ after, answered }) => (answered ? after : NEVER)));
    const after = started + (quickest ? quickest.after : last);
    if (stoppedAfter !== undefined && after > stoppedAfter * 1000) {
      const { outcome } = failsWith(504, { message: `stopped after ${stoppedAfter} seconds` }).serve(question);
      return { after: stoppedAfter * 1000, outcome, fault: `stopped after ${stoppedAfter} s` };
    }
    if (after >= NEVER) return { after: 0, outcome: undefined };
    const body = quickest
      ? { ...quickest.customer, database: `${quickest.name.slice(0, 1).toUpperCase()}${quickest.name.slice(1)}` }
      : { database: 'none' };
    return { after, outcome: respondsWith(body).serve(question).outcome };
  });
}

/** Longer than anybody waits. */
const NEVER = 24 * 60 * 60 * 1000;

/** The dialect of Alpha, which every database speaks. */
const lookupOf = (question: ServiceRequest, phone: string): ServiceRequest => {
  const url = new URL('http://database.local/customers');
  url.searchParams.set('phone', phone);
  return new ServiceRequest({ method: 'GET', url: url.href, headers: {} }, question.chance, question.times);
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

function drawn(described: LatencyDescription, chance: Chance): number {
  const latency = latencyOf(described);
  return typeof latency === 'function' ? latency(chance) : typeof described === 'number' ? described * 1000 : 0;
}

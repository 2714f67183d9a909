/**
 * What a file of services may say (`--services FILE`): what stands behind the URLs of data actions, how long it takes
 * and how it breaks. The same seed gives the same run.
 */
export interface ServicesDescription {
  /** By name: `alpha`, `beta`, `gamma`, `login`, `backOffice` for those of the settings, or a host, or the beginning of a URL. */
  readonly services: Readonly<Record<string, ServiceDescription>>;
}

export type ServiceDescription = DatabaseDescription | AnswerDescription | EverywhereDescription;

interface Common {
  /** How long an answer takes. @default none */
  readonly latency?: LatencyDescription;
  /** @default none */
  readonly faults?: readonly FaultDescription[];
}

/** Seconds: always the same, or as services are: the half within `median`, one in 20 slower than `slowOneIn20`. */
export type LatencyDescription = number | { readonly median: number; readonly slowOneIn20: number };

/** A customer database; it speaks the language of Alpha, Beta or Gamma, whichever it is asked in. */
export interface DatabaseDescription extends Common {
  readonly kind: 'database';
  /** Whom it knows by name. */
  readonly customers?: readonly CustomerDescription[];
  /** The share it knows of the numbers that no database lists, 0 to 1; a number it knows, it always knows. @default 0 */
  readonly knows?: number;
}

export interface CustomerDescription {
  /** E.164 */
  readonly number: string;
  /** @default made from the number */
  readonly id?: string;
  readonly name: string;
  readonly tier?: string;
  readonly language?: string;
}

/** Answers every request the same. */
export interface AnswerDescription extends Common {
  readonly kind: 'answer';
  /** @default 200 */
  readonly status?: number;
  /** JSON; a text is sent as it is. @default {} */
  readonly body?: JsonData;
}

/** Asks several databases at once and answers with the first that knows the caller. */
export interface EverywhereDescription extends Common {
  readonly kind: 'everywhere';
  /** Names of databases of the same file. */
  readonly asks: readonly string[];
  /** Seconds after which it is stopped and answers with an error. @default it is not stopped */
  readonly stoppedAfter?: number;
  /** It has to be started first, in that share of the requests, which takes so long. @default never */
  readonly coldStart?: { readonly share: number; readonly latency: LatencyDescription };
}

/** Something that goes wrong on purpose: for the first so many requests, or in a share of them. */
export interface FaultDescription {
  readonly fault: FaultKind;
  /** For the fault `status`. @default 503 */
  readonly status?: number;
  /** For the faults `missingField` and `wrongType`. @default every field of the answer */
  readonly field?: string;
  /** 0 to 1. @default 1, or none after the first so many where `first` is given */
  readonly share?: number;
  /** So many requests at the beginning. */
  readonly first?: number;
}

export const faultKinds = [
  'status',
  'tooManyRequests',
  'hang',
  'cutConnection',
  'malformed',
  'hugeBody',
  'missingField',
  'wrongType',
] as const;
export type FaultKind = (typeof faultKinds)[number];

type JsonData = string | number | boolean | null | readonly JsonData[] | { readonly [name: string]: JsonData };

const seconds = (description: string) => ({ type: 'number', minimum: 0, maximum: 3600, description }) as const;
const share = (description: string) => ({ type: 'number', minimum: 0, maximum: 1, description }) as const;

const latency = {
  description: 'How long an answer takes, in seconds.',
  anyOf: [
    seconds('Always the same.'),
    {
      type: 'object',
      additionalProperties: false,
      required: ['median', 'slowOneIn20'],
      properties: {
        median: seconds('Half of the answers take no longer.'),
        slowOneIn20: seconds('One answer in 20 takes at least that long.'),
      },
    },
  ],
} as const;

const common = {
  latency,
  faults: {
    type: 'array',
    maxItems: 20,
    description: 'What goes wrong on purpose.',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['fault'],
      properties: {
        fault: { enum: faultKinds, description: 'What goes wrong.' },
        status: { type: 'integer', minimum: 300, maximum: 599, description: 'HTTP status of the fault "status".' },
        field: {
          type: 'string',
          minLength: 1,
          maxLength: 256,
          description: 'The field of the faults "missingField" and "wrongType", however deep it stands.',
        },
        share: share('The share of the requests it happens to.'),
        first: { type: 'integer', minimum: 1, maximum: 1_000_000, description: 'So many requests at the beginning.' },
      },
    },
  },
} as const;

const kinds = {
  database: {
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
      knows: share('The share it knows of the numbers that no database lists.'),
    },
    required: [],
  },
  answer: {
    properties: {
      status: { type: 'integer', minimum: 200, maximum: 599, description: 'HTTP status.' },
      body: { description: 'JSON; a text is sent as it is.' },
    },
    required: [],
  },
  everywhere: {
    properties: {
      asks: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        items: { type: 'string' },
        description: 'Names of databases of the same file.',
      },
      stoppedAfter: seconds('It is stopped after so long and answers with an error.'),
      coldStart: {
        type: 'object',
        additionalProperties: false,
        required: ['share', 'latency'],
        properties: { share: share('The share of the requests it has to be started for.'), latency },
        description: 'It has to be started first.',
      },
    },
    required: ['asks'],
  },
} as const;

export type ServiceKind = keyof typeof kinds;
export const serviceKinds = Object.keys(kinds) as readonly ServiceKind[];

/** JSON Schema of one service, by its kind. */
export const serviceSchemas = Object.fromEntries(
  serviceKinds.map((kind) => [
    kind,
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', ...kinds[kind].required],
      properties: { kind: { const: kind, description: 'What it is.' }, ...kinds[kind].properties, ...common },
    },
  ]),
) as Readonly<Record<ServiceKind, object>>;

/** JSON Schema of the whole file, for editors too: `docs/services.schema.json` is the same. */
export const servicesSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Services that stand in for real ones',
  type: 'object',
  additionalProperties: false,
  required: ['services'],
  properties: {
    services: {
      type: 'object',
      description: 'By name: alpha, beta, gamma, login, backOffice, or a host, or the beginning of a URL.',
      additionalProperties: {
        type: 'object',
        required: ['kind'],
        oneOf: serviceKinds.map((kind) => serviceSchemas[kind]),
      },
    },
  },
} as const;

import { respondsWith, type Service } from '../../emulator/runtime/services/service';
import { bot } from '../../emulator/runtime/services/bot';
import {
  type AnswerDescription,
  type BotDescription,
  faultKinds,
  type ServiceDescription,
  type ServicesDescription,
} from './description';

/** A kind of service that can be described in data: in `flowcdk.config.ts`, and in files of services. */
export interface ServiceKind<D extends ServiceDescription = ServiceDescription> {
  /** The options of such a service besides `latency` and `faults`: properties as JSON Schema, with descriptions. */
  readonly properties: Readonly<Record<string, object>>;
  /** The properties that are required. @default none */
  readonly required?: readonly string[] | undefined;
  /** The service, without its latency and its faults. */
  build(description: D, context: ServiceContext): Service;
  /** Mistakes that a schema cannot find. @default nothing */
  problems?(description: D, services: Readonly<Record<string, unknown>>): readonly ServiceProblem[];
}

/** Kinds by their names, as files of services write them after `kind:`. */
export type ServiceKinds = Readonly<Record<string, ServiceKind>>;

/** The other services beside a service. */
export interface ServiceContext {
  /** Its own name. */
  readonly name: string;
  /** All services that are described together, including this one. */
  readonly services: ServicesDescription['services'];
  /** Another service with its latency and faults; undefined if there is no service of that name. */
  serviceNamed(name: string): Service | undefined;
}

/** A mistake in the description of a service. */
export interface ServiceProblem {
  /** From the service: `['asks', '0']`. */
  readonly path: readonly string[];
  readonly message: string;
  readonly help?: string | undefined;
}

/**
 * A kind with a description of its own type.
 *
 * @example
 * ```ts
 * const echo = serviceKind<ServiceDescription>({
 *   properties: {},
 *   build: () => service(({ json }) => ({ body: json ?? null })),
 * });
 * ```
 */
export const serviceKind = <D extends ServiceDescription>(kind: ServiceKind<D>): ServiceKind =>
  kind as unknown as ServiceKind;

/** Kinds that every application has. */
const ownKinds: ServiceKinds = {
  answer: serviceKind<AnswerDescription>({
    properties: {
      status: { type: 'integer', minimum: 200, maximum: 599, description: 'HTTP status.' },
      body: { description: 'JSON; a text is sent as it is.' },
    },
    build: ({ body = {}, status }) => respondsWith(body, status),
  }),
  bot: serviceKind<BotDescription>({
    properties: {
      intent: { type: 'string', description: 'The intent that it understood.' },
      exitReason: { type: 'string', description: 'Why it came back.' },
      outputs: {
        type: 'object',
        description: 'By the names in the flow: Slot.OrderNumber. For an action that is no bot, variables of the flow.',
      },
      path: { type: 'string', description: 'The path of an action that is no bot: success, failure.' },
    },
    build: ({ intent, exitReason, outputs, path }) => bot({ intent, exitReason, outputs, path }),
  }),
};

export const allKinds = (kinds: ServiceKinds = {}): ServiceKinds => ({ ...kinds, ...ownKinds });

/**
 * Seconds, from 0 to an hour, as JSON Schema.
 *
 * @example
 * ```ts
 * const properties = { pause: secondsSchema('How long it rests.') };
 * ```
 */
export const secondsSchema = (description: string) => ({ type: 'number', minimum: 0, maximum: 3600, description });
/**
 * A share, from 0 to 1, as JSON Schema.
 *
 * @example
 * ```ts
 * const properties = { found: shareSchema('How many callers it knows.') };
 * ```
 */
export const shareSchema = (description: string) => ({ type: 'number', minimum: 0, maximum: 1, description });

/** How long something takes, as JSON Schema. */
export const latencySchema = {
  description: 'How long an answer takes, in seconds.',
  anyOf: [
    secondsSchema('Always the same.'),
    {
      type: 'object',
      additionalProperties: false,
      required: ['median', 'slowOneIn20'],
      properties: {
        median: secondsSchema('Half of the answers take no longer.'),
        slowOneIn20: secondsSchema('One answer in 20 takes at least that long.'),
      },
    },
  ],
};

const common = {
  latency: latencySchema,
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
        share: shareSchema('The share of the requests it happens to.'),
        first: { type: 'integer', minimum: 1, maximum: 1_000_000, description: 'How many requests at the beginning.' },
      },
    },
  },
};

/** JSON Schema of one service of a kind. */
export const serviceSchema = (name: string, { properties, required = [] }: ServiceKind): object => ({
  type: 'object',
  additionalProperties: false,
  required: ['kind', ...required],
  properties: { kind: { const: name, description: 'What it is.' }, ...properties, ...common },
});

/**
 * JSON Schema of a whole file of services, for editors, with the kinds and the names of an application.
 *
 * @example
 * ```ts
 * writeFileSync('services.schema.json', JSON.stringify(servicesSchema(), null, 2));
 * ```
 */
export const servicesSchema = (kinds: ServiceKinds = {}, names: readonly string[] = []): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Services that stand in for real ones',
  type: 'object',
  additionalProperties: false,
  required: ['services'],
  properties: {
    services: {
      type: 'object',
      description: `By name: ${names.map((name) => `${name}, `).join('')}or a host, or the beginning of a URL.`,
      additionalProperties: {
        type: 'object',
        required: ['kind'],
        oneOf: Object.entries(allKinds(kinds)).map(([name, kind]) => serviceSchema(name, kind)),
      },
    },
  },
});

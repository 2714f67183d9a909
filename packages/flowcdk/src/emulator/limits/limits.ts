/**
 * How sure we are of a figure. The official table could not be read. `quoted` figures come from places that quote it.
 */
type Source = 'documented' | 'quoted';

/** One limit of the platform. */
export interface Limit {
  readonly namespace: 'platform.api' | 'dataactions' | 'event.orchestration';
  /** The things that the limit counts. */
  readonly counts: string;
  /** The unit of the value: per minute, per hour, at the same moment, per thing, or percent of another limit. */
  readonly per: 'minute' | 'hour' | 'moment' | 'thing' | 'percent';
  /** The value of an organisation, unless the platform's support changed it. */
  readonly value: number;
  readonly source: Source;
  /** Where the local org enforces the limit: for requests, or while flows run. */
  readonly enforced: 'requests' | 'flows';
}

/**
 * The limits that the local org can enforce. They have the platform's keys, so that the values of a real organisation
 * (`GET /api/v2/organizations/limits/namespaces/{namespace}`) can replace them.
 *
 * `ui.token.rate.per.minute` is missing, because the local org has no tokens of the web interface.
 */
export const limits = {
  'token.rate.per.minute': {
    namespace: 'platform.api',
    counts: 'requests with one token of a person',
    per: 'minute',
    value: 300,
    source: 'documented',
    enforced: 'requests',
  },
  'client.credentials.token.rate.per.minute': {
    namespace: 'platform.api',
    counts: 'requests with one token of an OAuth client',
    per: 'minute',
    value: 300,
    source: 'quoted',
    enforced: 'requests',
  },
  'org.app.user.rate.per.minute': {
    namespace: 'platform.api',
    counts: 'requests of one OAuth client for one person, whatever the token',
    per: 'minute',
    value: 3000,
    source: 'quoted',
    enforced: 'requests',
  },
  'request.bytes.max': {
    namespace: 'platform.api',
    counts: 'bytes in the body of a request',
    per: 'thing',
    value: 512_000,
    source: 'quoted',
    enforced: 'requests',
  },
  'actions.concurrent.executions.max': {
    namespace: 'dataactions',
    counts: 'data actions that run at the same time',
    per: 'moment',
    value: 50,
    source: 'documented',
    enforced: 'flows',
  },
  'requests.volume.max': {
    namespace: 'dataactions',
    counts: 'executions of data actions (the figure is documented, that this is its key assumed)',
    per: 'minute',
    value: 2500,
    source: 'documented',
    enforced: 'flows',
  },
  'event.orchestration.workflow.invocations.per.minute': {
    namespace: 'event.orchestration',
    counts: 'workflows started by triggers',
    per: 'minute',
    value: 6000,
    source: 'quoted',
    enforced: 'flows',
  },
  'event.orchestration.workflow.invocations.per.hour': {
    namespace: 'event.orchestration',
    counts: 'workflows started by triggers',
    per: 'hour',
    value: 36_000,
    source: 'quoted',
    enforced: 'flows',
  },
  'distinct.target.ratio': {
    namespace: 'event.orchestration',
    counts: 'percent of the invocations of a minute that one workflow may take',
    per: 'percent',
    value: 80,
    source: 'quoted',
    enforced: 'flows',
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof limits;

/** A value for each limit. */
export type LimitValues = Readonly<Record<LimitName, number>>;

export const limitNames = Object.keys(limits) as readonly LimitName[];
export const isLimitName = (name: string): name is LimitName => Object.hasOwn(limits, name);

/** The values of an organisation whose limits nobody changed. */
export const defaultLimits: LimitValues = Object.fromEntries(
  limitNames.map((name) => [name, limits[name].value]),
) as LimitValues;

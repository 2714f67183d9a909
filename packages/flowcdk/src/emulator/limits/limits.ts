/** How sure we are of a figure. The official table could not be read; each figure comes from places that quote it. */
type Source = 'documented' | 'quoted';

/** One limit of the platform. */
export interface Limit {
  readonly namespace: 'platform.api' | 'dataactions' | 'event.orchestration';
  /** What there may be no more of. */
  readonly counts: string;
  /** What the value is: so many in a minute, in an hour, at the same time; of one thing; percent of another limit. */
  readonly per: 'minute' | 'hour' | 'moment' | 'thing' | 'percent';
  /** What an organisation has unless the platform's support changed it. */
  readonly value: number;
  readonly source: Source;
  /** Where the local org counts: at requests, or where flows run. */
  readonly enforced: 'requests' | 'flows';
}

/**
 * The limits the local org can keep, by the keys the platform gives them, so that values read from an organisation
 * (`GET /api/v2/organizations/limits/namespaces/{namespace}`) can be dropped in.
 *
 * `ui.token.rate.per.minute` is not among them: no token of the local org is one of the web interface.
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

/** What an organisation has unless somebody changed it. */
export const defaultLimits: LimitValues = Object.fromEntries(
  limitNames.map((name) => [name, limits[name].value]),
) as LimitValues;

import { milliseconds, seconds } from 'flowcdk';
import {
  chance,
  type Chance,
  type Consistency,
  type DeliveryFaults,
  failsWith,
  fieldsOf,
  hangs,
  localOrg,
  type LocalOrg,
  type Service,
  type TestCall,
} from 'flowcdk/testing';
import { customer, customerDatabase, notFound } from '../../src/story/customer-databases';
import { ADA, app, everythingWorks, supportNumber } from './calls';

/*
 * Calls that somebody hangs up at any moment, in orgs that show participant data when and in which order they like, and
 * that lose, double and delay events. Whatever happens, what `broken` looks for never does.
 */

export const consistencies: readonly Consistency[] = ['strict', 'eventual', 'hostile'];

/** What becomes of an identification. */
export interface Outcome {
  readonly status: 'SUCCESS' | 'FAILED';
  readonly reason?: 'NOT_FOUND' | 'LOOKUPS_FAILED';
  readonly customerName?: string;
}

interface Databases {
  readonly services: Readonly<Record<string, Service>>;
  readonly outcome: Outcome;
}

const ADAS_NAME = 'Ada Lambert';

export const databases = {
  'identity found': {
    services: { alpha: notFound().after(seconds(1)), beta: customer(ADAS_NAME).after(seconds(3)) },
    outcome: { status: 'SUCCESS', customerName: ADAS_NAME },
  },
  'identity not found': {
    services: { alpha: notFound().after(seconds(1)), gamma: notFound().after(seconds(2)) },
    outcome: { status: 'FAILED', reason: 'NOT_FOUND' },
  },
  'databases broken': {
    services: { alpha: failsWith(500), beta: hangs(), gamma: failsWith(503).after(seconds(1)) },
    outcome: { status: 'FAILED', reason: 'LOOKUPS_FAILED' },
  },
} satisfies Readonly<Record<string, Databases>>;

/** What goes wrong between the end of a call and its report. */
export const eventFaults = {
  none: {},
  duplicate: { duplicated: 1 },
  late: { delayed: 1 },
  lost: { dropped: 1 },
  reordered: { reordered: 1 },
} satisfies Readonly<Record<string, DeliveryFaults>>;

/** How an org lives in which somebody hangs up. */
export interface Conditions {
  readonly consistency: Consistency;
  readonly databases: keyof typeof databases;
  readonly fault: keyof typeof eventFaults;
}

export const everyCondition: readonly Conditions[] = consistencies.flatMap((consistency) =>
  (Object.keys(databases) as (keyof typeof databases)[]).flatMap((known) =>
    (Object.keys(eventFaults) as (keyof typeof eventFaults)[]).map((fault) => ({
      consistency,
      databases: known,
      fault,
    })),
  ),
);

/** A person on the telephone. */
interface Person {
  readonly from: string;
  /** Milliseconds between a question and the answer. */
  readonly thinks: number;
  /** The key for what the call is about. */
  readonly reason: string;
  /** The number of the event of their call at which they hang up. Infinity: they stay. */
  readonly hangsUpAt: number;
}

/** A call of a person, once it is placed. */
interface Placed {
  readonly call: TestCall;
  readonly outcome: Outcome;
  readonly hungUp: () => boolean;
}

/** Watches what everybody can see of the calls of an org, from the first moment on. */
class Watch {
  readonly problems: string[] = [];
  readonly #statuses = new Map<string, string>();

  constructor(org: LocalOrg) {
    org.runtime.log.listenTo(['attributes.visible'], ({ conversationId = '', participantId }) => {
      const seen = Object.fromEntries(
        org.runtime.conversations.get(conversationId)?.data.of(participantId) ?? new Map<string, string>(),
      );
      const before = this.#statuses.get(conversationId);
      const status = seen['identification.status'];
      if (before !== undefined && status !== before) this.problems.push(`the status ${before} became ${status}`);
      if (status !== undefined) this.#statuses.set(conversationId, status);
      if (hasIdentity(seen) && status !== 'SUCCESS') this.problems.push(`an identity beside the status ${status}`);
    });
  }
}

type Attributes = Readonly<Record<string, string>>;

const identity = ['customerId', 'customerName', 'tier', 'preferredLanguage', 'database'];
const hasIdentity = (attributes: Attributes): boolean =>
  identity.some((name) => (attributes[`identification.${name}`] ?? '') !== '');

const answers = ({ reason }: Person): readonly (readonly [RegExp, string])[] => [
  [/what can we do for you/i, reason],
  [/first time you are calling/i, '2'],
  [/customer number, followed by/i, '4711#'],
];

/** A call of a person who answers what is asked, and may hang up at an event. */
function place(org: LocalOrg, person: Person, outcome: Outcome): Placed {
  const call = org.call({ from: person.from, to: supportNumber });
  let [events, hungUp] = [0, false];
  const count = (): void => {
    events += 1;
    if (events !== person.hangsUpAt) return;
    org.clock.after(0, () => {
      if (call.ended) return;
      hungUp = true;
      call.hangsUp();
    });
  };
  call.events.forEach(count);
  const keys = answers(person);
  org.runtime.log.listen((event) => {
    if (event.conversationId !== call.conversationId) return;
    count();
    if (event.type !== 'audio.ended') return;
    const [, pressed] = keys.find(([question]) => question.test(event.text)) ?? [];
    if (pressed !== undefined) org.clock.after(person.thinks, () => call.ended || call.presses(pressed));
  });
  return { call, outcome, hungUp: () => hungUp };
}

/** Whether the event that starts the report of a call is lost. */
type Lost = 'never' | 'always' | 'perhaps';

/**
 * What must not be, after everything is over; empty where all is well.
 *
 * Once launched, an identification ends by itself and its result stays with the conversation, whether or not the caller
 * has hung up. A caller who hangs up before the launch has no status at all. Whoever stays gets to an agent.
 */
function broken(org: LocalOrg, { call, outcome, hungUp }: Placed, lost: Lost): readonly string[] {
  const problems: string[] = [];
  const { conversationId, events, participantData: seen } = call;
  const isLaunched = events.some((event) => event.type === 'flow.started' && event.flow === 'identify-caller');
  const identified = Object.fromEntries(
    Object.entries(outcome).map(([name, value]) => [`identification.${name}`, String(value)]),
  );
  const status = seen['identification.status'];
  if (!isLaunched && !hungUp()) problems.push('nobody hung up, and the identification was not launched');
  if (!isLaunched && status !== undefined) problems.push(`the status ${status} without an identification`);
  for (const [name, value] of isLaunched ? Object.entries(identified) : [])
    if (seen[name] !== value) problems.push(`${name} is ${seen[name]}, not ${value}`);
  if (hasIdentity(seen) && status !== 'SUCCESS') problems.push(`an identity beside the status ${status}`);
  if (seen['support.greeted'] === 'BY_NAME' && status !== 'SUCCESS') problems.push('greeted by name without SUCCESS');
  const isAnswered = call.eventsOf('agent.answered').length > 0;
  if (!isAnswered && !hungUp()) problems.push('nobody hung up, and no agent answered');
  const reports = new Set(
    org
      .service('backOffice')
      .requests.filter(({ json }) => fieldsOf(json)['conversationId'] === conversationId)
      .map(({ request }) => request.headers['idempotency-key']),
  );
  const expected = isAnswered && lost !== 'always' ? 1 : 0;
  if (reports.size !== expected && !(lost === 'perhaps' && reports.size === 0))
    problems.push(`${reports.size} reports, not ${expected}`);
  for (const event of events) if (event.type === 'flow.failed') problems.push(`the flow ${event.flow} failed`);
  return problems;
}

/** Throws where something is broken. */
function check(org: LocalOrg, watch: Watch, placed: readonly Placed[], lost: Lost): void {
  const problems = [...watch.problems, ...placed.flatMap((call) => broken(org, call, lost))];
  if (org.runtime.executions.all().some(({ status }) => status === 'RUNNING')) problems.push('a workflow never ends');
  if (!org.clock.idle) problems.push('something is never over');
  if (problems.length === 0) return;
  throw new Error(`${problems.join('; ')}\n\n${placed.map(({ call }) => call.timeline()).join('\n\n')}`);
}

const AGENTS = { answersAfter: seconds(5), talksFor: seconds(20), wrapsUpIn: seconds(10) };
const settings = { logVariables: false, agents: AGENTS };

/**
 * A call that the caller hangs up at an event, counted from 1, with everything that comes after it.
 *
 * @returns whether the caller hung up; false where the call was over before that event
 * @throws Error where something is broken
 */
export async function hangsUpAt(event: number, conditions: Conditions): Promise<boolean> {
  const { services, outcome } = databases[conditions.databases];
  const org = await localOrg(app, {
    services: { ...everythingWorks, ...services },
    consistency: conditions.consistency,
    settings: { ...settings, deliveryFaults: eventFaults[conditions.fault] },
  });
  const watch = new Watch(org);
  const placed = place(org, { from: ADA, thinks: 1_000, reason: '1', hangsUpAt: event }, outcome);
  await org.waits(seconds(DAY));
  check(org, watch, [placed], conditions.fault === 'lost' ? 'always' : 'never');
  return placed.hungUp();
}

const DAY = 86_400;

/** Two people who call at about the same time, in an org of which the seed decides everything. */
export async function twoCalls(seed: number): Promise<void> {
  const luck = chance(`two calls ${seed}`);
  const share = (most: number): number => Math.round(luck.next() * most * 100) / 100;
  const dropped = luck.next() < 0.5 ? 0 : share(0.4);
  const people = [
    { number: ADA, name: ADAS_NAME },
    { number: '+33142685301', name: 'Grace Martin' },
  ].map((person) => ({ ...person, database: chosen(luck, ['alpha', 'beta', 'gamma', 'none'] as const) }));
  const states = Object.fromEntries(
    (['alpha', 'beta', 'gamma'] as const).map((name) => [
      name,
      { isBroken: luck.next() < 0.2, latency: milliseconds(Math.round(luck.next() * 4_500)) },
    ]),
  );
  const org = await localOrg(app, {
    seed,
    consistency: chosen(luck, consistencies),
    has: luck.next() < 0.5 ? undefined : TWO_AGENTS,
    services: {
      ...everythingWorks,
      ...Object.fromEntries(
        Object.entries(states).map(([name, { isBroken, latency }]) => {
          const known = people.filter(({ database }) => database === name);
          const find = (digits: string) => known.find(({ number }) => digits.endsWith(number.slice(3)));
          const works = customerDatabase((digits) => {
            const person = find(digits);
            return person && { id: person.number, name: person.name };
          });
          return [name, isBroken ? chosen(luck, [failsWith(500), hangs()]) : works.after(latency)];
        }),
      ),
    },
    settings: {
      ...settings,
      deliveryFaults: { duplicated: share(0.5), delayed: share(0.5), dropped, reordered: share(1) },
    },
  });
  const watch = new Watch(org);
  const outcomeOf = ({ name, database }: (typeof people)[number]): Outcome => {
    if (database !== 'none' && states[database]?.isBroken === false) return { status: 'SUCCESS', customerName: name };
    const isAnyBroken = Object.values(states).some(({ isBroken }) => isBroken);
    return { status: 'FAILED', reason: isAnyBroken ? 'LOOKUPS_FAILED' : 'NOT_FOUND' };
  };
  const placed: Placed[] = [];
  for (const person of people) {
    const caller: Person = {
      from: person.number,
      thinks: Math.round(luck.next() * 4_000),
      reason: chosen(luck, ['1', '2', '3', '4']),
      hangsUpAt: luck.next() < 0.4 ? 1 + Math.floor(luck.next() * 150) : Infinity,
    };
    org.clock.after(Math.round(luck.next() * 15_000), () => placed.push(place(org, caller, outcomeOf(person))));
  }
  await org.waits(seconds(DAY));
  check(org, watch, placed, dropped > 0 ? 'perhaps' : 'never');
}

const TWO_AGENTS = JSON.stringify({
  users: [1, 2].map((n) => ({ name: `Agent ${n}`, email: `agent.${n}@local.example` })),
});

const chosen = <T>(luck: Chance, from: readonly T[]): T => from[Math.floor(luck.next() * from.length)] as T;

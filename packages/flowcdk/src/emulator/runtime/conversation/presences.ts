import type { JsonObject } from '../../state/json';
import { membersOfQueue } from '../../state/members';
import type { Foundation } from '../foundation';
import type { OrgEvents } from '../org-events';
import type { Agents, AgentState } from './agents';

/** What a user says about themselves. The platform's presences have the same ids in every org (observed). */
export interface PresenceDefinition {
  readonly id: string;
  readonly systemPresence: string;
}

const ON_QUEUE: PresenceDefinition = { id: 'e08eaf1b-ee47-4fa9-a231-1200e284798f', systemPresence: 'On Queue' };
const OFFLINE: PresenceDefinition = { id: 'ccf3c10a-aa2c-4845-8e8d-f59fa48c58e5', systemPresence: 'Offline' };
const AVAILABLE: PresenceDefinition = { id: '6a3af858-942f-489d-9700-5f9bcdcdae9b', systemPresence: 'Available' };

/** The presences that every org has. The local org has no others. */
export const presenceDefinitions: readonly PresenceDefinition[] = [
  AVAILABLE,
  { id: '5e5c5c66-ea97-4e7f-ac41-6424784829f2', systemPresence: 'Away' },
  { id: '227b37e2-f1d0-4dd0-8f50-badd7cf6d158', systemPresence: 'Break' },
  { id: '31fe3bac-dea6-44b7-bed7-47f91660a1a0', systemPresence: 'Busy' },
  { id: '7ffa01cd-7866-4ad7-8faa-31e11b42f51f', systemPresence: 'Idle' },
  { id: '3fd96123-badb-4f69-bc03-1b1ccc6d8014', systemPresence: 'Meal' },
  { id: 'bbdff279-7ae1-48ea-bade-7831d7234c64', systemPresence: 'Meeting' },
  OFFLINE,
  ON_QUEUE,
  { id: 'd2390a99-8546-bad9-8f0a-219548e8aeb0', systemPresence: 'Training' },
];

/** The presence of a user. */
export interface Presence {
  readonly definition: PresenceDefinition;
  readonly message: string;
  /** Milliseconds since 1970. Undefined: nobody has set it yet. */
  readonly modifiedAt: number | undefined;
}

/** The routing status of a user in the words of the API. */
type RoutingStatus = 'OFF_QUEUE' | 'IDLE' | 'INTERACTING' | 'NOT_RESPONDING';

/** A ringing user is still idle, and after-call work belongs to the interaction (believed). */
const routingStatuses: Readonly<Record<AgentState, RoutingStatus>> = {
  OFF_QUEUE: 'OFF_QUEUE',
  IDLE: 'IDLE',
  NOT_RESPONDING: 'NOT_RESPONDING',
  ALERTING: 'IDLE',
  INTERACTING: 'INTERACTING',
  AFTER_CALL_WORK: 'INTERACTING',
};

/** The parts of the runtime that presences need. */
export interface PresenceRuntime extends Pick<Foundation, 'org' | 'clock'> {
  readonly acd: { readonly agents: Agents };
  readonly events: OrgEvents;
}

/**
 * The presences of users. A user who is on queue has the presence On Queue, and whoever takes another one leaves the
 * queue (documented).
 */
export class Presences {
  readonly #set = new Map<string, Presence>();

  constructor(private readonly runtime: PresenceRuntime) {}

  of(userId: string): Presence {
    const { agents } = this.runtime.acd;
    const set = this.#set.get(userId) ?? { definition: OFFLINE, message: '', modifiedAt: undefined };
    if (agents.isOnQueue(userId)) return { ...set, definition: ON_QUEUE };
    // Somebody took the user off queue by another way than their presence (assumed).
    return set.definition === ON_QUEUE ? { ...set, definition: AVAILABLE } : set;
  }

  /** Changes the presence, the message, or both, and publishes that. */
  change(userId: string, { definition, message }: Partial<Pick<Presence, 'definition' | 'message'>>): Presence {
    const { clock, acd, events } = this.runtime;
    const before = this.of(userId);
    this.#set.set(userId, {
      definition: definition ?? before.definition,
      message: message ?? before.message,
      modifiedAt: clock.now(),
    });
    if (definition === ON_QUEUE) acd.agents.goOnQueue(userId);
    else if (definition) acd.agents.goOffQueue(userId);
    const presence = this.of(userId);
    events.publish('v2.users.{id}.presence', userId, {
      source: 'PURECLOUD',
      presenceDefinition: { ...presence.definition },
      primary: true,
      message: presence.message,
      modifiedDate: time(presence.modifiedAt),
    });
    this.publishActivity(userId);
    return presence;
  }

  routingStatus(userId: string): { readonly status: RoutingStatus; readonly since: number | undefined } {
    const { agents } = this.runtime.acd;
    return { status: routingStatuses[agents.state(userId)], since: agents.since(userId) };
  }

  /** Publishes what a user does: their presence and their routing status (documented fields). */
  publishActivity(userId: string): void {
    const { events, org, acd } = this.runtime;
    const presence = this.of(userId);
    const { status, since } = this.routingStatus(userId);
    const isActive = acd.agents.isOnQueue(userId);
    const queues = org.all('queue').filter((queue) => membersOfQueue(org, queue).some(({ id }) => id === userId));
    events.publish('v2.users.{id}.activity', userId, {
      id: userId,
      routingStatus: { status, ...(since === undefined ? {} : { startTime: time(since) }) },
      presence: {
        presenceDefinition: { ...presence.definition },
        presenceMessage: presence.message,
        modifiedDate: time(presence.modifiedAt),
      },
      outOfOffice: { active: false },
      activeQueueIds: isActive ? queues.map(({ id }) => id) : [],
    } satisfies JsonObject);
  }
}

const time = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

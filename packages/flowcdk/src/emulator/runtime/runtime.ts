import type { Org } from '../state/org';
import type { LiveOrg } from './action-context';
import { runners } from './actions';
import { Sentiments } from './analysis/sentiments';
import { Callbacks } from './callbacks/callbacks';
import { LocalBus } from './bus/local-bus';
import type { Chance } from './chance';
import type { Clock } from './clock';
import { Acd } from './conversation/acd';
import { Calls } from './conversation/calls';
import type { Conversation } from './conversation/conversation';
import { DetailEvents } from './conversation/detail-events';
import { Presences } from './conversation/presences';
import type { DataActionRunner } from './data-actions/data-action-runner';
import { RecentlyEnded } from './recently-ended';
import { EventLog } from './event-log';
import { Executions } from './flow/executions';
import type { Foundation } from './foundation';
import { Inbox } from './messages/inbox';
import { Outbox } from './messages/outbox';
import { type Names, namesOf } from './names';
import { OrgEvents } from './org-events';
import { People } from './people';
import type { Send } from './services/http';
import { FaultPlan } from './services/fault-plan';
import { defined, type OrUndefined } from '../../ground/defined';
import { defaultSettings, type RuntimeSettings } from './settings';
import { TriggerDelivery } from './triggers/trigger-delivery';

export interface RuntimeOptions {
  readonly org: Org;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly settings?: OrUndefined<Partial<RuntimeSettings>> | undefined;
  /** Makes the runner of data actions. It gets the runtime, because some data actions call the org itself. */
  readonly dataActions: (runtime: Runtime) => DataActionRunner;
  /** Sends what the rules of the bus have for addresses. @default nothing leaves the org */
  readonly send?: ((runtime: Runtime) => Send) | undefined;
  /** The folder for the files of rules that the API adds. @default none: the API adds no rule with a file */
  readonly busFolder?: string | undefined;
  /** Plays bots and other actions that the local org cannot run, by name. @default nothing does */
  readonly standIns?: ((...names: readonly string[]) => Send | undefined) | undefined;
  /** How many events the log keeps. @default all */
  readonly keepEvents?: number | undefined;
  /** The most memory of those events, in bytes; with it, long values are cut. @default no bound */
  readonly keepEventBytes?: number | undefined;
}

const nobodySends =
  (clock: Clock): Send =>
  () =>
  (done) =>
    clock.after(0, () => done({ problem: 'noService', message: 'nothing leaves this org' }));

/**
 * Makes an org live: calls, flows, data actions, events and triggers, under one clock. It knows only the content of the
 * org, as if somebody had uploaded it.
 */
export class Runtime implements LiveOrg, Foundation {
  readonly org: Org;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly settings: RuntimeSettings;
  readonly log: EventLog;
  readonly names: Names;
  /** Conversations under way and conversations that ended lately, by id. */
  readonly conversations = new Map<string, Conversation>();
  readonly endedConversations: RecentlyEnded;
  readonly detail: DetailEvents;
  readonly acd: Acd;
  readonly calls: Calls;
  readonly callbacks: Callbacks;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly sentiments: Sentiments;
  /** The people outside of the org. */
  readonly people: People;
  readonly executions: Executions;
  readonly triggers: TriggerDelivery;
  /** Amazon EventBridge beside the org. */
  readonly bus: LocalBus;
  /** Publishes events of users and webhooks. */
  readonly events: OrgEvents;
  readonly presences: Presences;
  readonly dataActions: DataActionRunner;
  readonly standIns: ((...names: readonly string[]) => Send | undefined) | undefined;
  /** The faults of data actions that happen on purpose. They can change while the org lives. */
  readonly faults: FaultPlan;
  /** What each kind of action does. Runs read it here, because some actions run other flows. */
  readonly runners = runners;
  /** Sends what the bus has for addresses. */
  readonly send: Send;
  /** The folder for the files of rules that the API adds. */
  readonly busFolder: string | undefined;
  readonly #ids: Chance;

  constructor(options: RuntimeOptions) {
    const { org, clock, chance, settings, keepEvents, keepEventBytes } = options;
    this.org = org;
    this.clock = clock;
    this.chance = chance;
    this.#ids = chance.of('ids');
    this.settings = { ...defaultSettings, ...defined(settings ?? {}) };
    this.log = new EventLog({ clock, keep: keepEvents, keepBytes: keepEventBytes });
    this.names = namesOf(org, { estimatedWait: (queueId) => this.acd.estimatedWait(queueId) });
    this.faults = new FaultPlan({ clock, chance: chance.of('faults'), log: this.log });
    this.endedConversations = new RecentlyEnded(this.settings.keepEnded, this.settings.keepEndedBytes, (id) => {
      const conversation = this.conversations.get(id);
      if (conversation) this.inbox.forget(conversation);
      this.conversations.delete(id);
      this.acd.forget(id);
    });
    this.triggers = new TriggerDelivery(this);
    this.send = options.send?.(this) ?? nobodySends(clock);
    this.busFolder = options.busFolder;
    this.bus = new LocalBus(this);
    this.detail = new DetailEvents(this);
    this.acd = new Acd(this);
    this.calls = new Calls(this);
    this.people = new People(this);
    this.callbacks = new Callbacks(this);
    this.inbox = new Inbox(this);
    this.outbox = new Outbox(this);
    this.sentiments = new Sentiments(this);
    this.executions = new Executions(this);
    this.events = new OrgEvents(this);
    this.presences = new Presences(this);
    this.dataActions = options.dataActions(this);
    this.standIns = options.standIns;
    this.callbacks.resume();
    this.outbox.resume();
    this.sentiments.resume();
  }

  newId(): string {
    return this.#ids.id();
  }
}

import { defined } from '../ground/defined';
import type { Addressed, Defined, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { DurationLiteral } from '../architect/types';
import type { Finding } from '../ground/finding';
import { mediaOfKind, type QueueMedia } from './queue-media';
import { queueProblems } from './queue-problems';
import { type FlowReference, ofKind, type UserReference, userOf, userProblems } from './references';

/** Whether agents have to say what a conversation was about, and how long they have for it. */
export type WrapupPrompt =
  | 'MANDATORY'
  | 'OPTIONAL'
  /** Until they said so, or the time is up. */
  | 'MANDATORY_TIMEOUT'
  /** Until the time is up, even where they said so before. */
  | 'MANDATORY_FORCED_TIMEOUT'
  /** Where they ask for it. */
  | 'AGENT_REQUESTED';

/** A member of a queue with the ring they stand in. */
export interface QueueMember {
  readonly user: Defined<'user'>;
  /** 1 to 6; those of ring 1 are asked first where the queue has rings. */
  readonly ring: number;
}

/** A step of bullseye routing: who else is asked when nobody answered. */
export interface BullseyeRing {
  /** How long a conversation stays in this ring before the next one is asked, too; up to 3 days. */
  readonly expandAfter: DurationLiteral;
  /** Skills that the queue stops asking for in this ring. */
  readonly removeSkills?: readonly Defined<'skill'>[] | undefined;
  /** Groups that stand in this ring. */
  readonly groups?: readonly Defined<'group'>[] | undefined;
}

/** A step of preferred agent routing: agents the flow named (`preferredAgents`) are asked before all others. */
export interface RoutingRule {
  /** Agents with at least the threshold, or all that the flow named. @default 'MEETS_THRESHOLD' */
  readonly operator?: 'MEETS_THRESHOLD' | 'ANY' | undefined;
  /** The score an agent needs, 0 to 100; not with `ANY`. */
  readonly threshold?: number | undefined;
  /** How long they alone are asked, 2 s to 3 days. @default 5 s */
  readonly wait?: DurationLiteral | undefined;
}

/** A step of conditional group routing: groups that get the conversation while a queue is under pressure. */
export interface GroupRoutingRule {
  /** The queue that is looked at; in the first rule always the queue itself. @default the queue itself */
  readonly queue?: Defined<'queue'> | undefined;
  /** What is looked at there: seconds of waiting, or the service level in percent. @default 'EstimatedWaitTime' */
  readonly metric?: 'EstimatedWaitTime' | 'ServiceLevel' | undefined;
  readonly operator: 'GreaterThan' | 'GreaterThanOrEqualTo' | 'LessThan' | 'LessThanOrEqualTo';
  /** The value that the metric is compared with, 0 to 259 200. */
  readonly value: number;
  /** How long these groups alone are asked, whole seconds, up to 3 days. @default 2 s */
  readonly wait?: DurationLiteral | undefined;
  readonly groups: readonly Defined<'group'>[];
}

/** Callbacks that belong to one agent. */
export interface AgentOwnedRouting {
  /** @default true */
  readonly callbacks?: boolean | undefined;
  /** How long an agent may keep one, 1 h to 7 days, whole hours. */
  readonly keepAtMost: DurationLiteral;
  /** How far ahead a callback may be planned, 1 h to 30 days, whole hours. */
  readonly planAtMost: DurationLiteral;
}

/** What a user says of a queue. */
export interface QueueProps extends Addressed {
  /** Flows and agents know the queue by it; one of its kind in an organisation. */
  readonly name: string;
  readonly description?: string | undefined;
  /** @default the division of the stack */
  readonly division?: string | undefined;

  /**
   * Users who answer, by e-mail address; `{ user, ring }` for another ring than the first. If it is left out, the
   * members are edited in Genesys Cloud. A user who is in one of the groups must not be listed here as well: the
   * provider refuses that.
   */
  readonly members?:
    readonly (UserReference | { readonly user: UserReference; readonly ring?: number | undefined })[] | undefined;
  /** Groups whose members answer. */
  readonly groups?: readonly Defined<'group'>[] | undefined;

  /** How skills that a conversation asks for count: all of them, the agent who has most of them, or none. @default 'ALL' */
  readonly skillEvaluationMethod?: 'ALL' | 'BEST' | 'NONE' | undefined;
  /** Which conversation is next: a point of priority counts as a minute of waiting, or priority counts alone. @default 'TimestampAndPriority' */
  readonly scoringMethod?: 'TimestampAndPriority' | 'PriorityOnly' | undefined;
  /** Whether the agent of last time is asked first. @default 'Disabled', by the platform */
  readonly lastAgentRouting?: 'Disabled' | 'QueueMembersOnly' | 'AnyAgent' | undefined;
  /** Preferred agent routing: up to six steps. */
  readonly routingRules?: readonly RoutingRule[] | undefined;
  /** Bullseye routing: two to six rings. */
  readonly bullseyeRings?: readonly BullseyeRing[] | undefined;
  /** Conditional group routing: up to five steps. */
  readonly groupRoutingRules?: readonly GroupRoutingRule[] | undefined;
  readonly agentOwnedRouting?: AgentOwnedRouting | undefined;

  /** Alerting and service level, medium by medium. @default the platform's */
  readonly media?: QueueMedia | undefined;

  /** @default 'MANDATORY_TIMEOUT' */
  readonly wrapupPrompt?: WrapupPrompt | undefined;
  /**
   * How long after-call work may last before it ends by itself, 1 s to 60 min; not with the prompts `MANDATORY` and
   * `OPTIONAL`, which have no end.
   */
  readonly afterCallWorkTimeout?: DurationLiteral | undefined;
  /** The codes that agents choose from when a conversation is over. */
  readonly wrapupCodes?: readonly Defined<'wrapupCode'>[] | undefined;

  /** What callers hear while they wait. @default the organisation's default in-queue flow */
  readonly inQueueFlow?: FlowReference<'inqueueCall'> | undefined;
  /** What happens to e-mails while they wait. @default nothing */
  readonly emailInQueueFlow?: FlowReference<'inqueueEmail'> | undefined;
  /** What happens to messages while they wait. @default nothing */
  readonly messageInQueueFlow?: FlowReference<'inqueueShortMessage'> | undefined;
  /** What an agent hears before the caller: where the call comes from. */
  readonly whisperPrompt?: Defined<'userPrompt'> | undefined;
  /** Which calls the whisper is for: those answered automatically, or all. @default 'AUTO_ANSWERED' */
  readonly whisperFor?: 'AUTO_ANSWERED' | 'ALL' | undefined;
  /** What a caller hears on hold. @default the organisation's music */
  readonly onHoldPrompt?: Defined<'userPrompt'> | undefined;

  /** The name that is shown to those whom agents call for this queue. */
  readonly callingPartyName?: string | undefined;
  /** The number that is shown to them, E.164. */
  readonly callingPartyNumber?: string | undefined;

  /** Whether calls are transcribed. @default false */
  readonly transcription?: boolean | undefined;
  /** Whether supervisors may listen. @default false */
  readonly audioMonitoring?: boolean | undefined;
  /** Whether supervisors may hand conversations to agents. @default false */
  readonly manualAssignment?: boolean | undefined;
  /** Whether callers are recorded while they wait. @default false */
  readonly recordInQueue?: boolean | undefined;
}

/** A queue agents take conversations from. */
export interface QueueDefinition extends Definition, HasOrigin, Omit<QueueProps, 'name' | 'members'> {
  readonly definition: 'queue';
  readonly members?: readonly QueueMember[];
  /** Everything it names: members, groups, skills, codes, flows, prompts. */
  readonly uses: readonly Definition[];
  readonly problems: readonly Finding[];
}

/**
 * Defines a queue.
 *
 * An in-queue flow that names its own queue (to offer a callback) would make the two wait for each other: in it,
 * `builtIn('Call.CurrentQueue')` is the queue.
 *
 * @example
 * ```ts
 * queue({
 *   name: 'Repairs',
 *   members: ['ada.lambert@example.com', { user: 'agent.2@example.com', ring: 2 }],
 *   groups: [nightShift],
 *   media: { call: { alertingTimeout: seconds(20), serviceLevel: { percentage: 80, within: seconds(20) } } },
 *   inQueueFlow: waiting,
 *   wrapupCodes: [repaired, sentBack],
 * });
 * ```
 */
export function queue(props: QueueProps): QueueDefinition {
  const origin = definedBy(queue);
  const at = sourceLine(origin);
  const members = props.members?.map(withRing);
  const parts = defined({
    ...props,
    members: members?.map(({ user, ring = 1 }) => Object.freeze({ user: userOf(user), ring })),
    media: props.media && mediaOfKind(props.media),
    inQueueFlow: ofKind('inqueueCall')(props.inQueueFlow),
    emailInQueueFlow: ofKind('inqueueEmail')(props.emailInQueueFlow),
    messageInQueueFlow: ofKind('inqueueShortMessage')(props.messageInQueueFlow),
  });
  const users = members?.map(({ user }) => user) ?? [];
  return Object.freeze({
    definition: 'queue',
    ...parts,
    uses: Object.freeze(usedBy(parts)),
    problems: Object.freeze([...queueProblems(parts, at), ...userProblems(`queue ${props.name}`, users, at)]),
    [ORIGIN]: origin,
  });
}

type MemberReference = NonNullable<QueueProps['members']>[number];

const withRing = (member: MemberReference): { readonly user: UserReference; readonly ring?: number | undefined } =>
  typeof member === 'object' && 'user' in member ? member : { user: member };

type Parts = Omit<QueueDefinition, 'definition' | 'uses' | 'problems'>;

/** Everything a queue names, each once. */
function usedBy(queue: Parts): Definition[] {
  const { members = [], groups = [], wrapupCodes = [], bullseyeRings = [], groupRoutingRules = [], media } = queue;
  const used: readonly (Definition | undefined)[] = [
    ...wrapupCodes,
    queue.inQueueFlow,
    queue.emailInQueueFlow,
    queue.messageInQueueFlow,
    queue.whisperPrompt,
    queue.onHoldPrompt,
    ...members.map(({ user }) => user),
    ...groups,
    ...bullseyeRings.flatMap((ring) => [...(ring.removeSkills ?? []), ...(ring.groups ?? [])]),
    ...groupRoutingRules.flatMap((rule) => [rule.queue, ...rule.groups]),
    ...flowsIn(media),
  ];
  return [...new Set(used.filter((definition) => definition !== undefined))];
}

const flowsIn = ({ callback, message }: QueueMedia = {}): readonly Definition[] =>
  [callback?.liveVoice, callback?.answeringMachine, message?.inactivity?.then].filter(
    (reaction) => typeof reaction === 'object',
  );

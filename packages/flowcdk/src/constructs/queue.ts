import { Construct } from 'constructs';
import type { Defined, Definition } from '../architect/definition';
import { type DurationLiteral, inMilliseconds } from '../architect/types';
import { RoutingQueue, type RoutingQueueConfig } from '@flowcdk/provider-genesyscloud/lib/routing-queue';
import type { QueueDefinition } from '../routing';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { mediaConfig } from './queue-media';
import { literalText } from './terraform-text';

/** A queue: who answers, how conversations find them, what happens while they wait and afterwards. */
export class Queue extends Construct {
  readonly resource: RoutingQueue;

  constructor(scope: Construct, id: string, { queue }: { readonly queue: QueueDefinition }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    this.resource = new RoutingQueue(this, 'queue', {
      name: literalText(queue.name),
      description: literalText(queue.description),
      ...divisionOf(this, queue.division),
      ...membersConfig(queue, deployed),
      ...routingConfig(queue, deployed),
      ...mediaConfig(queue.media ?? {}, (flow) => deployed.idOf(flow)),
      ...waitingConfig(queue, deployed),
      ...afterwardsConfig(queue, deployed),
      callingPartyName: literalText(queue.callingPartyName),
      callingPartyNumber: queue.callingPartyNumber,
      enableTranscription: queue.transcription,
      enableAudioMonitoring: queue.audioMonitoring,
      enableManualAssignment: queue.manualAssignment,
      suppressInQueueCallRecording: queue.recordInQueue === undefined ? undefined : !queue.recordInQueue,
    });
    deployed.create(queue, { id: this.resource.id, element: this.resource });
  }
}

type QueueConfig = Partial<RoutingQueueConfig>;

const membersConfig = ({ members = [], groups = [] }: QueueDefinition, deployed: Deployed): QueueConfig => ({
  members: orNothing(
    members
      .toSorted((a, b) => byName(a.user, b.user))
      .map(({ user, ring }) => ({ userId: idIn(deployed, user), ringNum: ring })),
  ),
  groups: orNothing(idsIn(deployed, groups)),
});

/** Which conversation is next, and which agent. */
const routingConfig = (queue: QueueDefinition, deployed: Deployed): QueueConfig => ({
  skillEvaluationMethod: queue.skillEvaluationMethod,
  scoringMethod: queue.scoringMethod,
  lastAgentRoutingMode: queue.lastAgentRouting,
  routingRules: queue.routingRules?.map(({ operator, threshold, wait }) => ({
    operator,
    threshold,
    waitSeconds: seconds(wait),
  })),
  bullseyeRings: queue.bullseyeRings?.map(({ expandAfter, removeSkills = [], groups = [] }) => ({
    expansionTimeoutSeconds: inMilliseconds(expandAfter) / 1000,
    skillsToRemove: orNothing(idsIn(deployed, removeSkills)),
    memberGroups: orNothing(memberGroups(deployed, groups)),
  })),
  conditionalGroupRoutingRules: queue.groupRoutingRules?.map((rule) => ({
    queueId: rule.queue && deployed.idOf(rule.queue),
    metric: rule.metric,
    operator: rule.operator,
    conditionValue: rule.value,
    waitSeconds: seconds(rule.wait),
    groups: memberGroups(deployed, rule.groups),
  })),
  agentOwnedRouting: queue.agentOwnedRouting && {
    enableAgentOwnedCallbacks: queue.agentOwnedRouting.callbacks ?? true,
    maxOwnedCallbackHours: hours(queue.agentOwnedRouting.keepAtMost),
    maxOwnedCallbackDelayHours: hours(queue.agentOwnedRouting.planAtMost),
  },
});

/** What happens while a conversation waits, and on hold. */
const waitingConfig = (queue: QueueDefinition, deployed: Deployed): QueueConfig => ({
  queueFlowId: queue.inQueueFlow && deployed.idOf(queue.inQueueFlow),
  emailInQueueFlowId: queue.emailInQueueFlow && deployed.idOf(queue.emailInQueueFlow),
  messageInQueueFlowId: queue.messageInQueueFlow && deployed.idOf(queue.messageInQueueFlow),
  whisperPromptId: queue.whisperPrompt && deployed.idOf(queue.whisperPrompt),
  autoAnswerOnly: queue.whisperFor === undefined ? undefined : queue.whisperFor === 'AUTO_ANSWERED',
  onHoldPromptId: queue.onHoldPrompt && deployed.idOf(queue.onHoldPrompt),
});

const afterwardsConfig = (queue: QueueDefinition, deployed: Deployed): QueueConfig => ({
  acwWrapupPrompt: queue.wrapupPrompt ?? 'MANDATORY_TIMEOUT',
  acwTimeoutMs: queue.afterCallWorkTimeout && inMilliseconds(queue.afterCallWorkTimeout),
  wrapupCodes: orNothing(idsIn(deployed, (queue.wrapupCodes ?? []).toSorted(byName))),
});

/**
 * Members and codes are lists since version 1.86 of the provider. Their order is that of their names, so that a
 * definition that moves is no change.
 */
const byName = (a: Definition, b: Definition): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Terraform can look up every kind of definition that a queue names. */
const idIn = (deployed: Deployed, definition: Definition): string => deployed.idOf(definition) ?? '';

const idsIn = (deployed: Deployed, definitions: readonly Definition[]): string[] =>
  definitions.map((definition) => idIn(deployed, definition));

const memberGroups = (deployed: Deployed, groups: readonly Defined<'group'>[]) =>
  groups.map((group) => ({ memberGroupId: idIn(deployed, group), memberGroupType: 'GROUP' }));

/** Lists with nothing in them are left out: the provider leaves alone what is not there. */
const orNothing = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const seconds = (duration: DurationLiteral | undefined): number | undefined =>
  duration && inMilliseconds(duration) / 1000;

const hours = (duration: DurationLiteral): number => inMilliseconds(duration) / 3_600_000;

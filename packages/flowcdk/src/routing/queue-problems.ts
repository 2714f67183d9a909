import type { Defined } from '../architect/definition';
import type { SourceLine } from '../ground/source-line';
import { inMilliseconds } from '../architect/types';
import {
  afterCallWorkTimeout,
  afterCallWorkWithoutEnd,
  memberOfGroup,
  memberTwice,
  notANumber,
  settingOutOfRange,
} from './errors';
import type { Finding } from '../ground/finding';
import type { GroupDefinition } from './group';
import { isE164 } from './e164';
import { nameProblems } from './name-problems';
import type { GroupRoutingRule, QueueDefinition } from './queue';
import type { CallbackSettings, MediaSettings, MessageSettings, QueueMedia, ServiceLevel } from './queue-media';
import { kindProblems } from './references';
import { countIn, DAY, durationIn, HOUR, MINUTE, numberIn, SECOND, type Tell } from './ranges';

type At = SourceLine | undefined;
type Parts = Omit<QueueDefinition, 'definition' | 'uses' | 'problems'>;

/** Everything that is wrong with a queue, at once. The limits are those of the provider and of the API's documents. */
export function queueProblems(queue: Parts, at: At): Finding[] {
  const { name, callingPartyNumber: number } = queue;
  const path = `queue ${name}`;
  const tell: Tell = (setting, value, allowed) => settingOutOfRange(path, setting, value, allowed, at);
  return [
    ...nameProblems('queue', name, at),
    ...memberProblems(queue, path, tell, at),
    ...afterCallWorkProblems(queue, path, at),
    ...mediaProblems(queue.media ?? {}, tell),
    ...routingProblems(queue, tell),
    ...kindProblems(path, 'inQueueFlow', queue.inQueueFlow, 'inqueueCall', at),
    ...kindProblems(path, 'emailInQueueFlow', queue.emailInQueueFlow, 'inqueueEmail', at),
    ...kindProblems(path, 'messageInQueueFlow', queue.messageInQueueFlow, 'inqueueShortMessage', at),
    ...(number === undefined || isE164(number) ? [] : [notANumber(path, number, at)]),
  ];
}

function memberProblems({ members = [], groups = [] }: Parts, path: string, tell: Tell, at: At): Finding[] {
  const names = members.map(({ user }) => user.name.toLowerCase());
  const twice = new Set(names.filter((name, i) => names.indexOf(name) < i));
  return [
    ...[...twice].map((name) => memberTwice(path, name, at)),
    ...groups.flatMap((group) =>
      usersOf(group)
        .filter((user) => names.includes(user))
        .map((user) => memberOfGroup(path, user, group.name, at)),
    ),
    ...members.flatMap(({ user, ring }) => numberIn(tell, `the ring of ${user.name}`, ring, { least: 1, most: 6 })),
  ];
}

/** Who belongs to a group, where it is defined here: members, and owners unless it says otherwise. */
function usersOf(group: Defined<'group'>): readonly string[] {
  const { members = [], owners = [], includeOwners = true } = group as Partial<GroupDefinition>;
  const names = [...members, ...(includeOwners ? owners : [])].map(({ name }) => name.toLowerCase());
  return [...new Set(names)];
}

function afterCallWorkProblems({ wrapupPrompt, afterCallWorkTimeout: timeout }: Parts, path: string, at: At) {
  if (timeout === undefined) return [];
  const ms = inMilliseconds(timeout);
  const hasNoEnd = wrapupPrompt === 'MANDATORY' || wrapupPrompt === 'OPTIONAL';
  return [
    ...(ms >= SECOND && ms <= HOUR ? [] : [afterCallWorkTimeout(path, ms / SECOND, at)]),
    ...(hasNoEnd ? [afterCallWorkWithoutEnd(path, wrapupPrompt, at)] : []),
  ];
}

/**
 * The options of any medium. An option that a medium does not have is undefined, as is one that a user without types
 * left out.
 */
type AnyMedium = Partial<MediaSettings & CallbackSettings & MessageSettings>;

const mediaProblems = (media: QueueMedia, tell: Tell): Finding[] =>
  Object.entries(media).flatMap(([medium, settings]: [string, AnyMedium | undefined]) =>
    settings === undefined ? [] : mediumProblems(`media.${medium}`, settings, tell),
  );

function mediumProblems(medium: string, settings: AnyMedium, tell: Tell): Finding[] {
  const { alertingTimeout, serviceLevel } = settings;
  const delay = { least: 0, most: 20 * MINUTE, unit: SECOND };
  return [
    ...(alertingTimeout ? [] : [tell(`${medium}.alertingTimeout`, 'missing', 'the time an agent is alerted')]),
    ...durationIn(tell, `${medium}.alertingTimeout`, alertingTimeout, { least: 7 * SECOND, unit: SECOND }),
    ...(serviceLevel
      ? serviceLevelProblems(`${medium}.serviceLevel`, serviceLevel, tell)
      : [tell(`${medium}.serviceLevel`, 'missing', 'a percentage and a time')]),
    ...durationIn(tell, `${medium}.autoAnswerAlertTone`, settings.autoAnswerAlertTone, { least: 0 }),
    ...durationIn(tell, `${medium}.manualAnswerAlertTone`, settings.manualAnswerAlertTone, { least: 0 }),
    ...durationIn(tell, `${medium}.autoDialDelay`, settings.autoDialDelay, delay),
    ...durationIn(tell, `${medium}.autoEndDelay`, settings.autoEndDelay, delay),
    ...numberIn(tell, `${medium}.pacingModifier`, settings.pacingModifier, { least: 1, whole: false }),
    ...numberIn(tell, `${medium}.maxRetries`, settings.maxRetries, { least: 0, most: 20 }),
    ...durationIn(tell, `${medium}.retryDelay`, settings.retryDelay, { least: MINUTE, most: DAY, unit: SECOND }),
    ...durationIn(tell, `${medium}.inactivity.after`, settings.inactivity?.after, { least: SECOND, unit: SECOND }),
  ];
}

/** A value of 0.8 is probably meant as 80. */
const serviceLevelProblems = (name: string, { percentage, within }: ServiceLevel, tell: Tell): Finding[] => [
  ...(percentage === 0 || (percentage >= 1 && percentage <= 100)
    ? []
    : [tell(`${name}.percentage`, String(percentage), 'parts of a hundred: 80')]),
  ...durationIn(tell, `${name}.within`, within, { least: SECOND }),
];

const LONGEST_STEP = 3 * DAY;

function routingProblems(queue: Parts, tell: Tell): Finding[] {
  const { routingRules, bullseyeRings, groupRoutingRules, agentOwnedRouting: owned } = queue;
  return [
    ...countIn(tell, 'routingRules', routingRules, { least: 1, most: 6 }),
    ...(routingRules ?? []).flatMap(({ wait, threshold }, i) => [
      ...durationIn(tell, `routingRules[${i}].wait`, wait, { least: 2 * SECOND, most: LONGEST_STEP }),
      ...numberIn(tell, `routingRules[${i}].threshold`, threshold, { least: 0, most: 100 }),
    ]),
    ...countIn(tell, 'bullseyeRings', bullseyeRings, { least: 2, most: 6 }),
    ...(bullseyeRings ?? []).flatMap(({ expandAfter }, i) =>
      durationIn(tell, `bullseyeRings[${i}].expandAfter`, expandAfter, { least: 0, most: LONGEST_STEP }),
    ),
    ...countIn(tell, 'groupRoutingRules', groupRoutingRules, { least: 1, most: 5 }),
    ...(groupRoutingRules ?? []).flatMap((rule, i) => groupRoutingProblems(rule, i, tell)),
    ...durationIn(tell, 'agentOwnedRouting.keepAtMost', owned?.keepAtMost, { least: HOUR, most: 7 * DAY, unit: HOUR }),
    ...durationIn(tell, 'agentOwnedRouting.planAtMost', owned?.planAtMost, { least: HOUR, most: 30 * DAY, unit: HOUR }),
  ];
}

function groupRoutingProblems({ queue, value, wait, groups }: GroupRoutingRule, i: number, tell: Tell): Finding[] {
  const rule = `groupRoutingRules[${i}]`;
  return [
    ...(i === 0 && queue ? [tell(`${rule}.queue`, queue.name, 'none: the first rule looks at its own queue')] : []),
    ...numberIn(tell, `${rule}.value`, value, { least: 0, most: 259_200, whole: false }),
    ...durationIn(tell, `${rule}.wait`, wait, { least: 0, most: LONGEST_STEP, unit: SECOND }),
    ...countIn(tell, `${rule}.groups`, groups, { least: 1 }),
  ];
}

import { action, actionForm, type NodeOf } from '../action';
import { binding, paths, required, value, type ValueType } from '../forms';
import type {
  EmergencyGroup,
  Group,
  LanguageSkill,
  Prompt,
  Queue,
  Schedule,
  ScheduleGroup,
  Skill,
  User,
  UtilizationLabel,
} from '../types';
import { type Assignable, bindingNode, optionalNode, type Value } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

/*
 * The actions that look for an object of the organisation by its name or id. They are one table, because they differ
 * only in what they find. `findQueue` was seen in real files; the others are inferred from it and the scripting SDK.
 */

const byName = (type: ValueType, evidence: 'seen' | 'inferred') =>
  actionForm({
    evidence,
    fields: { findName: required(value('string')), findResult: binding(type), outputs: paths('found', 'notFound') },
  });

const byId = (type: ValueType) =>
  actionForm({
    evidence: 'inferred',
    fields: { findId: required(value('string')), findResult: binding(type), outputs: paths('found', 'notFound') },
  });

/** Every find action, by its key in YAML. */
export const findForms = {
  findEmergencyGroup: byName('emergencyGroup', 'inferred'),
  findGroup: byName('group', 'inferred'),
  findLanguageSkill: byName('languageSkill', 'inferred'),
  findQueue: byName('queue', 'seen'),
  findQueueById: byId('queue'),
  findSchedule: byName('schedule', 'inferred'),
  findScheduleGroup: byName('scheduleGroup', 'inferred'),
  findSkill: byName('skill', 'inferred'),
  findSystemPrompt: byName('prompt', 'inferred'),
  findUser: byName('user', 'inferred'),
  findUserById: byId('user'),
  findUserPrompt: byName('prompt', 'inferred'),
  findUsersById: actionForm({
    evidence: 'inferred',
    fields: {
      findIds: required(value('stringCollection')),
      findResult: binding('userCollection'),
      outputs: paths('found', 'notFound', 'partiallyFound'),
    },
  }),
  findUtilizationLabel: byName('utilizationLabel', 'inferred'),
};

type FindKind = keyof typeof findForms;

interface FindOutcome<T> {
  /** Where it goes. */
  readonly findResult?: Assignable<T> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
}

/** What a find action that looks by name is told. */
export interface FindByName<T> extends FindOutcome<T> {
  readonly findName: Value<string>;
}

/** What a find action that looks by id is told. */
export interface FindById<T> extends FindOutcome<T> {
  readonly findId: Value<string>;
}

/** What a find action that looks for several by id is told. */
export interface FindAllById<T> extends FindOutcome<readonly T[]> {
  readonly findIds: Value<readonly string[]>;
  /** Some were found, some not. */
  readonly onPartiallyFound?: Actions | undefined;
}

/** What any of them may be given. */
interface FindOptions {
  readonly findName?: unknown;
  readonly findId?: unknown;
  readonly findIds?: unknown;
  readonly findResult?: Assignable<never> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
  readonly onPartiallyFound?: Actions | undefined;
}

/** The builder of one find action. */
export type Find<K extends FindKind, Options> = (name: string, options: Options) => NodeOf<K, (typeof findForms)[K]>;

function find<K extends FindKind, Options extends FindOptions>(kind: K): Find<K, Options> {
  const build = (name: string, options: FindOptions) =>
    action(build as (...args: never[]) => unknown, kind, findForms[kind], {
      name,
      findName: optionalNode(options.findName),
      findId: optionalNode(options.findId),
      findIds: optionalNode(options.findIds),
      findResult: bindingNode(options.findResult),
      outputs: pathsOf({
        found: branchOf(options.onFound),
        notFound: branchOf(options.onNotFound),
        partiallyFound: branchOf(options.onPartiallyFound),
      }),
    }) as unknown as NodeOf<K, (typeof findForms)[K]>;
  return build;
}

/**
 * Find Queue: the queue of that name.
 *
 * @example
 * ```ts
 * findQueue('Which queue?', { findName: queueName, findResult: wantedQueue, onNotFound: [disconnect()] })
 * ```
 * ```yaml
 * findQueue:
 *   name: Which queue?
 *   findName: { exp: Flow.queueName }
 *   findResult: { var: Flow.wantedQueue }
 *   outputs: { notFound: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export const findQueue = find<'findQueue', FindByName<Queue>>('findQueue');
/**
 * Find Queue by Id: the queue with that id. Its form is inferred.
 *
 * @example
 * ```ts
 * findQueueById('Which queue?', { findId: customerId, findResult: wantedQueue, onNotFound: [disconnect()] });
 * ```
 */
export const findQueueById = find<'findQueueById', FindById<Queue>>('findQueueById');
/**
 * Find User: the user with that e-mail address, as the scripting SDK's other find actions take a name. Its form is
 * inferred.
 *
 * @example
 * ```ts
 * findUser('Their agent?', { findName: 'agent@example.com', findResult: user });
 * ```
 */
export const findUser = find<'findUser', FindByName<User>>('findUser');
/**
 * Find User by Id: the user with that id, such as the agent an event tells of. Its form is inferred.
 *
 * @example
 * ```ts
 * findUserById('Their agent?', { findId: customerId, findResult: user });
 * ```
 */
export const findUserById = find<'findUserById', FindById<User>>('findUserById');
/**
 * Find Users by Id: the users with those ids. Its form is inferred.
 *
 * @example
 * ```ts
 * findUsersById('The team?', { findIds: ids, findResult: users, onPartiallyFound: [loopNext()] });
 * ```
 */
export const findUsersById = find<'findUsersById', FindAllById<User>>('findUsersById');
/**
 * Find Skill: the ACD skill of that name. Its form is inferred.
 *
 * @example
 * ```ts
 * findSkill('French?', { findName: 'French', findResult: frenchSkill });
 * ```
 */
export const findSkill = find<'findSkill', FindByName<Skill>>('findSkill');
/**
 * Find Language Skill: the language skill of that name. Its form is inferred.
 *
 * @example
 * ```ts
 * findLanguageSkill('French?', { findName: 'French', findResult: frenchLanguage });
 * ```
 */
export const findLanguageSkill = find<'findLanguageSkill', FindByName<LanguageSkill>>('findLanguageSkill');
/**
 * Find Group: the group of that name. Its form is inferred.
 *
 * @example
 * ```ts
 * findGroup('The team?', { findName: 'Night desk', findResult: nightDesk });
 * ```
 */
export const findGroup = find<'findGroup', FindByName<Group>>('findGroup');
/**
 * Find Schedule: the schedule of that name. Its form is inferred.
 *
 * @example
 * ```ts
 * findSchedule('Lunch?', { findName: 'Lunch break', findResult: wantedSchedule });
 * ```
 */
export const findSchedule = find<'findSchedule', FindByName<Schedule>>('findSchedule');
/**
 * Find Schedule Group: the schedule group of that name. Its form is inferred.
 *
 * @example
 * ```ts
 * findScheduleGroup('Hours?', { findName: 'Opening hours', findResult: wantedScheduleGroup });
 * ```
 */
export const findScheduleGroup = find<'findScheduleGroup', FindByName<ScheduleGroup>>('findScheduleGroup');
/**
 * Find Emergency Group: the emergency group of that name. Its form is inferred.
 *
 * @example
 * ```ts
 * findEmergencyGroup('Emergency?', { findName: 'Snow day', findResult: wantedEmergencyGroup });
 * ```
 */
export const findEmergencyGroup = find<'findEmergencyGroup', FindByName<EmergencyGroup>>('findEmergencyGroup');
/**
 * Find User Prompt: the prompt of that name which somebody of the organisation recorded. Its form is inferred.
 *
 * @example
 * ```ts
 * findUserPrompt('Greeting?', { findName: 'welcome', findResult: wantedPrompt });
 * ```
 */
export const findUserPrompt = find<'findUserPrompt', FindByName<Prompt>>('findUserPrompt');
/**
 * Find System Prompt: a prompt that every organisation has, by its name. Its form is inferred.
 *
 * @example
 * ```ts
 * findSystemPrompt('Music?', { findName: 'on_hold_music', findResult: wantedPrompt });
 * ```
 */
export const findSystemPrompt = find<'findSystemPrompt', FindByName<Prompt>>('findSystemPrompt');
/**
 * Find Utilization Label: the label of that name. Its form is inferred.
 *
 * @example
 * ```ts
 * findUtilizationLabel('Long?', { findName: 'Long calls', findResult: label });
 * ```
 */
export const findUtilizationLabel = find<'findUtilizationLabel', FindByName<UtilizationLabel>>('findUtilizationLabel');

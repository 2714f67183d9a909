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
 * The actions that look up an object of the organisation by its name or id. They are one table, because they differ
 * only in the type of the object. `findQueue` was seen in real files; the others are inferred from it and from the
 * scripting SDK.
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
  /** The variable for the object. */
  readonly findResult?: Assignable<T> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
}

/** The options of a find action that looks up a name. */
export interface FindByName<T> extends FindOutcome<T> {
  readonly findName: Value<string>;
}

/** The options of a find action that looks up an id. */
export interface FindById<T> extends FindOutcome<T> {
  readonly findId: Value<string>;
}

/** The options of a find action that looks up several ids. */
export interface FindAllById<T> extends FindOutcome<readonly T[]> {
  readonly findIds: Value<readonly string[]>;
  /** Runs when the action finds only some of the objects. */
  readonly onPartiallyFound?: Actions | undefined;
}

/** The options of all find actions together. */
interface FindOptions {
  readonly findName?: unknown;
  readonly findId?: unknown;
  readonly findIds?: unknown;
  readonly findResult?: Assignable<never> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
  readonly onPartiallyFound?: Actions | undefined;
}

/** The builder of a find action. */
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
 * Find Queue: finds the queue with a name.
 *
 * @example
 * ```ts
 * findQueue('Which queue?', { findName: queueName, findResult: chosenQueue, onNotFound: [disconnect()] })
 * ```
 * ```yaml
 * findQueue:
 *   name: Which queue?
 *   findName: { exp: Flow.queueName }
 *   findResult: { var: Flow.chosenQueue }
 *   outputs: { notFound: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export const findQueue = find<'findQueue', FindByName<Queue>>('findQueue');
/**
 * Find Queue by Id: finds the queue with an id. Its form is inferred.
 *
 * @example
 * ```ts
 * findQueueById('Which queue?', { findId: customerId, findResult: chosenQueue, onNotFound: [disconnect()] });
 * ```
 */
export const findQueueById = find<'findQueueById', FindById<Queue>>('findQueueById');
/**
 * Find User: finds the user with an e-mail address. The scripting SDK's other find actions take a name in its place.
 * Its form is inferred.
 *
 * @example
 * ```ts
 * findUser('Their agent?', { findName: 'agent@example.com', findResult: user });
 * ```
 */
export const findUser = find<'findUser', FindByName<User>>('findUser');
/**
 * Find User by Id: finds the user with an id, such as the agent of an event. Its form is inferred.
 *
 * @example
 * ```ts
 * findUserById('Their agent?', { findId: customerId, findResult: user });
 * ```
 */
export const findUserById = find<'findUserById', FindById<User>>('findUserById');
/**
 * Find Users by Id: finds the users with several ids. Its form is inferred.
 *
 * @example
 * ```ts
 * findUsersById('The team?', { findIds: ids, findResult: users, onPartiallyFound: [loopNext()] });
 * ```
 */
export const findUsersById = find<'findUsersById', FindAllById<User>>('findUsersById');
/**
 * Find Skill: finds the ACD skill with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findSkill('French?', { findName: 'French', findResult: frenchSkill });
 * ```
 */
export const findSkill = find<'findSkill', FindByName<Skill>>('findSkill');
/**
 * Find Language Skill: finds the language skill with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findLanguageSkill('French?', { findName: 'French', findResult: frenchLanguage });
 * ```
 */
export const findLanguageSkill = find<'findLanguageSkill', FindByName<LanguageSkill>>('findLanguageSkill');
/**
 * Find Group: finds the group with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findGroup('The team?', { findName: 'Night desk', findResult: nightDesk });
 * ```
 */
export const findGroup = find<'findGroup', FindByName<Group>>('findGroup');
/**
 * Find Schedule: finds the schedule with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findSchedule('Lunch?', { findName: 'Lunch break', findResult: chosenSchedule });
 * ```
 */
export const findSchedule = find<'findSchedule', FindByName<Schedule>>('findSchedule');
/**
 * Find Schedule Group: finds the schedule group with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findScheduleGroup('Hours?', { findName: 'Opening hours', findResult: chosenScheduleGroup });
 * ```
 */
export const findScheduleGroup = find<'findScheduleGroup', FindByName<ScheduleGroup>>('findScheduleGroup');
/**
 * Find Emergency Group: finds the emergency group with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findEmergencyGroup('Emergency?', { findName: 'Snow day', findResult: chosenEmergencyGroup });
 * ```
 */
export const findEmergencyGroup = find<'findEmergencyGroup', FindByName<EmergencyGroup>>('findEmergencyGroup');
/**
 * Find User Prompt: finds the organisation's own prompt with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findUserPrompt('Greeting?', { findName: 'welcome', findResult: chosenPrompt });
 * ```
 */
export const findUserPrompt = find<'findUserPrompt', FindByName<Prompt>>('findUserPrompt');
/**
 * Find System Prompt: finds a prompt that every organisation has, by its name. Its form is inferred.
 *
 * @example
 * ```ts
 * findSystemPrompt('Music?', { findName: 'on_hold_music', findResult: chosenPrompt });
 * ```
 */
export const findSystemPrompt = find<'findSystemPrompt', FindByName<Prompt>>('findSystemPrompt');
/**
 * Find Utilization Label: finds the label with a name. Its form is inferred.
 *
 * @example
 * ```ts
 * findUtilizationLabel('Long?', { findName: 'Long calls', findResult: label });
 * ```
 */
export const findUtilizationLabel = find<'findUtilizationLabel', FindByName<UtilizationLabel>>('findUtilizationLabel');

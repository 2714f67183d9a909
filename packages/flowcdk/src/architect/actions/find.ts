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
import { type Assignable, bindingNode, ifGiven, type Value } from '../values';
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

interface Found<T> {
  /** Where it goes. */
  readonly findResult?: Assignable<T> | undefined;
  readonly onFound?: Actions | undefined;
  readonly onNotFound?: Actions | undefined;
}

/** Looks by name. */
export interface FindByName<T> extends Found<T> {
  readonly findName: Value<string>;
}

/** Looks by id. */
export interface FindById<T> extends Found<T> {
  readonly findId: Value<string>;
}

/** Looks for several by id. */
export interface FindAllById<T> extends Found<readonly T[]> {
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
      findName: ifGiven(options.findName),
      findId: ifGiven(options.findId),
      findIds: ifGiven(options.findIds),
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
 * ```ts
 * findQueue('Which queue?', { findName: queueName, findResult: queue, onFound: [...], onNotFound: [...] })
 * ```
 * ```yaml
 * findQueue:
 *   name: Which queue?
 *   findName: { exp: Flow.queueName }
 *   findResult: { var: Flow.queue }
 *   outputs: { found: { actions: [...] }, notFound: { actions: [...] } }
 * ```
 */
export const findQueue = find<'findQueue', FindByName<Queue>>('findQueue');
/** Find Queue by Id (inferred). */
export const findQueueById = find<'findQueueById', FindById<Queue>>('findQueueById');
/** Find User (inferred): by the user's e-mail address, as the scripting SDK's other find actions take a name. */
export const findUser = find<'findUser', FindByName<User>>('findUser');
/** Find User by Id (inferred): an agent by the id an event carries. */
export const findUserById = find<'findUserById', FindById<User>>('findUserById');
/** Find Users by Id (inferred). */
export const findUsersById = find<'findUsersById', FindAllById<User>>('findUsersById');
/** Find Skill (inferred). */
export const findSkill = find<'findSkill', FindByName<Skill>>('findSkill');
/** Find Language Skill (inferred). */
export const findLanguageSkill = find<'findLanguageSkill', FindByName<LanguageSkill>>('findLanguageSkill');
/** Find Group (inferred). */
export const findGroup = find<'findGroup', FindByName<Group>>('findGroup');
/** Find Schedule (inferred). */
export const findSchedule = find<'findSchedule', FindByName<Schedule>>('findSchedule');
/** Find Schedule Group (inferred). */
export const findScheduleGroup = find<'findScheduleGroup', FindByName<ScheduleGroup>>('findScheduleGroup');
/** Find Emergency Group (inferred). */
export const findEmergencyGroup = find<'findEmergencyGroup', FindByName<EmergencyGroup>>('findEmergencyGroup');
/** Find User Prompt (inferred): a prompt somebody of the organisation recorded. */
export const findUserPrompt = find<'findUserPrompt', FindByName<Prompt>>('findUserPrompt');
/** Find System Prompt (inferred): a prompt every organisation has. */
export const findSystemPrompt = find<'findSystemPrompt', FindByName<Prompt>>('findSystemPrompt');
/** Find Utilization Label (inferred). */
export const findUtilizationLabel = find<'findUtilizationLabel', FindByName<UtilizationLabel>>('findUtilizationLabel');

import type { ReferenceKind, ReferenceValue } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { type Branch, type Way, way } from '../flow/jump';
import { STRING, STRINGS } from '../flow/types';

interface Finds {
  readonly findResult?: ValueNode;
  readonly outputs?: { readonly found?: Branch; readonly notFound?: Branch };
}

type FindByName = Finds & { readonly findName?: ValueNode };
type FindById = Finds & { readonly findId?: ValueNode };
type FindAllById = Finds & {
  readonly findIds?: ValueNode;
  readonly outputs?: Finds['outputs'] & { readonly partiallyFound?: Branch };
};

/** Reports the result of a lookup. If it gave nothing, the variable of the result is NOT_SET (assumed). */
function tell(run: Run, { findResult, outputs }: Finds, thing: ReferenceValue | undefined): Way {
  run.bind(findResult, thing ?? null);
  return thing ? way('found', outputs?.found) : way('notFound', outputs?.notFound);
}

/**
 * Looks for the only thing with a name. Upper and lower case do not matter. A user's name is the e-mail address, the
 * user name or the name.
 */
const byName =
  (kind: ReferenceKind) =>
  (action: FindByName, run: Run): Way => {
    const name = run.text(action.findName, STRING);
    return tell(run, action, name === undefined ? undefined : run.runtime.names.findByName(kind, name));
  };

const byId =
  (kind: ReferenceKind) =>
  (action: FindById, run: Run): Way => {
    const id = run.text(action.findId, STRING);
    return tell(run, action, id === undefined ? undefined : run.runtime.names.findById(kind, id));
  };

const prompt =
  (origin: 'user' | 'system') =>
  (action: FindByName, run: Run): Way => {
    const name = run.text(action.findName, STRING);
    return tell(run, action, name === undefined ? undefined : run.runtime.names.findPrompt(origin, name));
  };

/**
 * Looks for users by their ids, in the order of the ids. If only some of them exist, it takes the path
 * `partiallyFound`.
 */
function findUsersById(action: FindAllById, run: Run): Way {
  const ids = run.value(action.findIds, STRINGS);
  const userIds = Array.isArray(ids) ? ids : [];
  const users = userIds.flatMap((id) => (typeof id === 'string' ? (run.runtime.names.findById('user', id) ?? []) : []));
  run.bind(action.findResult, users);
  if (users.length === 0) return way('notFound', action.outputs?.notFound);
  if (users.length < userIds.length) return way('partiallyFound', action.outputs?.partiallyFound);
  return way('found', action.outputs?.found);
}

/** Every action that looks something up in the org, by its kind. */
export const finds = {
  findEmergencyGroup: byName('emergencyGroup'),
  findGroup: byName('group'),
  findLanguageSkill: byName('languageSkill'),
  findQueue: byName('queue'),
  findQueueById: byId('queue'),
  findSchedule: byName('schedule'),
  findScheduleGroup: byName('scheduleGroup'),
  findSkill: byName('skill'),
  findSystemPrompt: prompt('system'),
  findUser: byName('user'),
  findUserById: byId('user'),
  findUserPrompt: prompt('user'),
  findUsersById,
  findUtilizationLabel: byName('utilizationLabel'),
};

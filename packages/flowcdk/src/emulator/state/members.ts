import type { Org } from './org';
import type { Group } from './tables/group';
import type { Member, Queue } from './tables/queue';

/** The users who are direct members of a queue. */
export const membersByUser = (queue: Queue | undefined): readonly Member[] => queue?.members ?? [];

/** The users who are members of a queue through one of its groups. Teams and skill groups are not resolved. */
export function membersByGroup(org: Org, queue: Queue | undefined): readonly Member[] {
  const groups = (queue?.memberGroups ?? []).filter(({ type }) => type === 'GROUP');
  const users = groups.flatMap(({ id }) => usersOfGroup(org.get('group', id)));
  return [...new Set(users)].map((id) => ({ id, ringNumber: 1 }));
}

/** All members of a queue, without duplicates. */
export function membersOfQueue(org: Org, queue: Queue | undefined): readonly Member[] {
  const own = membersByUser(queue);
  return [...own, ...membersByGroup(org, queue).filter(({ id }) => !own.some((member) => member.id === id))];
}

/**
 * The members of a group, with its owners unless the group excludes them (documented default of Terraform's provider).
 */
function usersOfGroup({ includeOwners = true, owners = [], memberIds = [] }: Partial<Group> = {}): readonly string[] {
  return [...memberIds, ...(includeOwners ? owners.map(({ id }) => id) : [])];
}

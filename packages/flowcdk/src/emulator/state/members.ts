import type { Org } from './org';
import type { Group } from './tables/group';
import type { Member, Queue } from './tables/queue';

/** Users who are in a queue by themselves. */
export const membersByUser = (queue: Queue | undefined): readonly Member[] => queue?.members ?? [];

/** Users who are in a queue because one of its groups is. Members of teams and skill groups are not worked out. */
export function membersByGroup(org: Org, queue: Queue | undefined): readonly Member[] {
  const groups = (queue?.memberGroups ?? []).filter(({ type }) => type === 'GROUP');
  const users = groups.flatMap(({ id }) => usersOfGroup(org.get('group', id)));
  return [...new Set(users)].map((id) => ({ id, ringNumber: 1 }));
}

/** Everybody who is in a queue, each once. */
export function membersOfQueue(org: Org, queue: Queue | undefined): readonly Member[] {
  const own = membersByUser(queue);
  return [...own, ...membersByGroup(org, queue).filter(({ id }) => !own.some((member) => member.id === id))];
}

/** Members of a group, and its owners unless the group says otherwise (documented default of the provider). */
function usersOfGroup({ includeOwners = true, owners = [], memberIds = [] }: Partial<Group> = {}): readonly string[] {
  return [...memberIds, ...(includeOwners ? owners.map(({ id }) => id) : [])];
}

import { fieldsOf, itemsOf, numberOf, textOf } from './json';
import type { Entity, Org } from './org';

/** Somebody who answers conversations of a queue. */
export interface Member {
  readonly id: string;
  /** 1 to 6. */
  readonly ringNumber: number;
}

/** Users who are in a queue by themselves. */
export const membersByUser = (queue: Entity | undefined): readonly Member[] =>
  itemsOf(queue?.['members']).flatMap((member) => {
    const { id, ringNumber } = fieldsOf(member);
    return typeof id === 'string' ? [{ id, ringNumber: numberOf(ringNumber) ?? 1 }] : [];
  });

/** Users who are in a queue because one of its groups is. Members of teams and skill groups are not worked out. */
export function membersByGroup(org: Org, queue: Entity | undefined): readonly Member[] {
  const groups = itemsOf(queue?.['memberGroups']).map(fieldsOf);
  const users = groups
    .filter(({ type }) => type === 'GROUP')
    .flatMap(({ id }) => usersOfGroup(org.get('group', textOf(id) ?? '')));
  return [...new Set(users)].map((id) => ({ id, ringNumber: 1 }));
}

/** Everybody who is in a queue, each once. */
export function membersOfQueue(org: Org, queue: Entity | undefined): readonly Member[] {
  const own = membersByUser(queue);
  return [...own, ...membersByGroup(org, queue).filter(({ id }) => !own.some((member) => member.id === id))];
}

/** Members of a group, and its owners unless the group says otherwise (documented default of the provider). */
function usersOfGroup(group: Entity | undefined): readonly string[] {
  const owners = group?.['includeOwners'] === false ? [] : itemsOf(group?.['owners']).map((one) => fieldsOf(one)['id']);
  return [...itemsOf(group?.['memberIds']), ...owners].flatMap((id) => textOf(id) ?? []);
}

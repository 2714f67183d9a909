import type { JsonObject } from '../state/json';
import { membersByGroup, membersByUser, membersOfQueue } from '../state/members';
import { danglingReferences } from '../state/references';
import { required, text, whole } from '../state/shape';
import type { Member, Queue } from '../state/tables/queue';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { page } from './paging';
import { dangling, notFound } from './refusals';
import { Reply, type Route } from './route';
import { wrapupCodes } from './routing';

const path = '/api/v2/routing/queues';

const queues: Collection<'queue'> = {
  kind: 'queue',
  path,
  permission: 'routing:queue',
  certainty: 'documented',
  note: 'What the local org does not use itself it gives back as it was sent.',
  inDivision: true,
  hides: ['wrapupCodes', 'members'],
  // The provider empties these fields to remove them, and cannot read them while they are empty.
  absentWhenEmpty: ['conditionalGroupRouting', 'conditionalGroupActivation', 'outboundEmailAddress'],
  filters: {
    hasPeer: (queue, value) => String(queue.peer !== undefined || queue.peerId !== undefined) === value,
    id: (queue, ids) => ids.split(',').includes(queue.id),
    divisionId: (queue, ids) => ids.split(',').includes(queue.division.id),
  },
  view: (queue, shown, { org }) => ({ ...shown, memberCount: membersOfQueue(org, queue).length }),
};

/** The shape of each member or code in a body. */
const named = { id: required(text()) };

const codePermission = (right: 'view' | 'edit'): { permission: string } => ({ permission: `routing:queue:${right}` });

const codeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/:id/wrapupcodes`,
    does: 'lists the wrap-up codes of a queue',
    ...codePermission('view'),
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => page(call, shownCodes(call, call.the('queue')), `${path}/${call.param('id')}/wrapupcodes`),
  },
  {
    method: 'POST',
    path: `${path}/:id/wrapupcodes`,
    does: 'adds wrap-up codes to a queue',
    ...codePermission('edit'),
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const queue = call.the('queue');
      const codes = [...new Set([...(queue.wrapupCodes ?? []), ...call.objects(named).map(({ id }) => id)])];
      const after: Queue = { ...queue, wrapupCodes: codes };
      const missing = danglingReferences(call.org, 'queue', after);
      if (missing.length > 0) throw dangling(missing);
      return shownCodes(call, call.org.put('queue', after));
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id/wrapupcodes/:codeId`,
    does: 'takes a wrap-up code from a queue',
    ...codePermission('edit'),
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      const queue = call.the('queue');
      const codes = queue.wrapupCodes ?? [];
      const id = call.param('codeId');
      if (!codes.includes(id)) throw notFound('wrapupCode', id);
      call.org.put('queue', { ...queue, wrapupCodes: codes.filter((code) => code !== id) });
      return undefined;
    },
  },
];

const shownCodes = (call: Call, queue: Queue): JsonObject[] =>
  (queue.wrapupCodes ?? []).flatMap((id) => {
    const code = call.org.get('wrapupCode', id);
    return code ? [shownOf(wrapupCodes, code, call)] : [];
  });

const memberRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/:id/members`,
    does: 'lists the members of a queue',
    permission: 'routing:queue:view',
    answers: [200, 404],
    certainty: 'documented',
    note: 'memberBy=group lists those who are there because of a group; those of teams and skill groups are not worked out.',
    handle: (call) => {
      const queue = call.the('queue');
      const memberBy = (call.query('memberBy') ?? 'user').toLowerCase();
      const members =
        memberBy === 'user' ? membersByUser(queue) : memberBy === 'group' ? membersByGroup(call.org, queue) : [];
      return page(
        call,
        members.map((member) => shownMember(member, memberBy, call)),
        membersPath(queue),
      );
    },
  },
  {
    method: 'POST',
    path: `${path}/:id/members`,
    does: 'adds members to a queue, or takes them from it with delete=true',
    permission: 'routing:queueMember:manage',
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      const queue = call.the('queue');
      const ids = call.objects(named).map(({ id }) => id);
      const others = membersByUser(queue).filter(({ id }) => !ids.includes(id));
      const ring = new Map(membersByUser(queue).map(({ id, ringNumber }) => [id, ringNumber]));
      const added = call.query('delete') === 'true' ? [] : ids.map((id) => ({ id, ringNumber: ring.get(id) ?? 1 }));
      keepMembers(queue, [...others, ...added], call);
      return undefined;
    },
  },
  {
    method: 'PATCH',
    path: `${path}/:id/members/:userId`,
    does: 'changes the ring of a member',
    permission: 'routing:queueMember:manage',
    answers: [202, 404],
    certainty: 'documented',
    handle: (call) => {
      const queue = call.the('queue');
      const id = call.param('userId');
      const { ringNumber } = call.object({ id: text(256), ringNumber: whole(1, 6) });
      const members = membersByUser(queue);
      if (!members.some((member) => member.id === id)) throw notFound('user', id);
      const ring = ringNumber ?? 1;
      keepMembers(
        queue,
        members.map((member) => (member.id === id ? { id, ringNumber: ring } : member)),
        call,
      );
      return new Reply(202, { id, ringNumber: ring });
    },
  },
  {
    method: 'PATCH',
    path: `${path}/:id/members`,
    does: 'changes the rings of members',
    permission: 'routing:queueMember:manage',
    answers: [200, 404],
    certainty: 'documented',
    handle: changeMembers,
  },
  {
    method: 'DELETE',
    path: `${path}/:id/members/:userId`,
    does: 'takes a member from a queue',
    permission: 'routing:queueMember:manage',
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      const queue = call.the('queue');
      const id = call.param('userId');
      const members = membersByUser(queue);
      if (!members.some((member) => member.id === id)) throw notFound('user', id);
      keepMembers(
        queue,
        members.filter((member) => member.id !== id),
        call,
      );
      return undefined;
    },
  },
];

/** Reads `[{ id, ringNumber }, …]` and changes the rings of many members at once. */
function changeMembers(call: Call): JsonObject {
  const queue = call.the('queue');
  const changes = call.objects({ id: required(text(256)), ringNumber: whole(1, 6) });
  const members = membersByUser(queue);
  const absent = changes.find(({ id }) => !members.some((member) => member.id === id));
  if (absent) throw notFound('user', absent.id);
  const after = members.map((member) => ({
    ...member,
    ringNumber: changes.find(({ id }) => id === member.id)?.ringNumber ?? member.ringNumber,
  }));
  keepMembers(queue, after, call);
  return page(
    call,
    after.map((member) => shownMember(member, 'user', call)),
    membersPath(queue),
  );
}

const membersPath = ({ id }: Queue): string => `${path}/${id}/members`;

function keepMembers(queue: Queue, members: readonly Member[], { org }: Call): void {
  const after: Queue = { ...queue, members: members.map(({ id, ringNumber }) => ({ id, ringNumber })) };
  const missing = danglingReferences(org, 'queue', after);
  if (missing.length > 0) throw dangling(missing);
  org.put('queue', after);
}

function shownMember({ id, ringNumber }: Member, memberBy: string, { org }: Call): JsonObject {
  const userName = org.get('user', id)?.name;
  const user = { id, name: userName, selfUri: `/api/v2/users/${id}` };
  return { id, name: userName, user, ringNumber, joined: true, memberBy };
}

export const queueRoutes: readonly Route[] = [...collection(queues), ...codeRoutes, ...memberRoutes];

import {
  fieldsOf,
  idIn,
  isObject,
  itemsOf,
  type Json,
  type JsonObject,
  numberOf,
  omit,
  textOf,
  withoutNulls,
} from '../state/json';
import { type Member, membersByGroup, membersByUser, membersOfQueue } from '../state/members';
import type { Entity } from '../state/org';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { page } from './paging';
import { dangling, notFound, wrongBody } from './problems';
import { Reply, type Route } from './route';
import {
  anyObject,
  listOf,
  name,
  object,
  oneOf,
  reference,
  required,
  shapeProblems,
  text,
  whole,
  yesNo,
} from './shape';
import { wrapupCodes } from './routing';

const path = '/api/v2/routing/queues';
const prompts = ['MANDATORY', 'OPTIONAL', 'MANDATORY_TIMEOUT', 'MANDATORY_FORCED_TIMEOUT', 'AGENT_REQUESTED'];

/** The provider empties these to take them away, and cannot read them empty. */
const absentWhenEmpty = ['conditionalGroupRouting', 'conditionalGroupActivation', 'outboundEmailAddress'];
const isEmpty = (value: Json | undefined): boolean => isObject(value) && Object.keys(withoutNulls(value)).length === 0;

const queues: Collection = {
  kind: 'queue',
  path,
  permission: 'routing:queue',
  certainty: 'documented',
  note: 'What the local org does not use itself it gives back as it was sent.',
  body: {
    name,
    description: text(),
    division: reference,
    mediaSettings: anyObject,
    routingRules: listOf(anyObject),
    scoringMethod: oneOf('TimestampAndPriority', 'PriorityOnly'),
    acwSettings: object({ wrapupPrompt: oneOf(...prompts), timeoutMs: whole(0, 86_400_000) }),
    skillEvaluationMethod: oneOf('NONE', 'BEST', 'ALL'),
    autoAnswerOnly: yesNo,
    queueFlow: reference,
    callingPartyName: text(),
    callingPartyNumber: text(),
  },
  inDivision: true,
  keeps: ['wrapupCodes', 'members'],
  hides: ['wrapupCodes', 'members'],
  complete: (sent) =>
    Object.fromEntries(
      Object.entries(omit(sent, ['wrapupCodes', 'members', 'memberCount'])).filter(
        ([field, value]) => !(absentWhenEmpty.includes(field) && isEmpty(value)),
      ),
    ),
  filters: {
    hasPeer: (queue, wanted) => String(isObject(queue['peer']) || textOf(queue['peerId']) !== undefined) === wanted,
    id: (queue, wanted) => wanted.split(',').includes(queue.id),
    divisionId: (queue, wanted) => wanted.split(',').includes(idIn(queue, 'division') ?? ''),
  },
  view: (queue, shown, { org }) => ({ ...shown, memberCount: membersOfQueue(org, queue).length }),
};

const codesOf = (queue: Entity): readonly string[] => itemsOf(queue['wrapupCodes']).flatMap((id) => textOf(id) ?? []);

/** `[{ id }, …]` */
function idsIn(list: readonly Json[]): string[] {
  return list.map((item, i) => {
    const id = textOf(fieldsOf(item)['id']);
    if (id === undefined) throw wrongBody([{ field: `[${i}].id`, message: `[${i}].id is missing; expected a text` }]);
    return id;
  });
}

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
      const codes = [...new Set([...codesOf(queue), ...idsIn(call.list())])];
      const after: Entity = { ...queue, wrapupCodes: codes };
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
      const codes = codesOf(queue);
      const id = call.param('codeId');
      if (!codes.includes(id)) throw notFound('wrapupCode', id);
      call.org.put('queue', { ...queue, wrapupCodes: codes.filter((code) => code !== id) });
      return undefined;
    },
  },
];

const shownCodes = (call: Call, queue: Entity): JsonObject[] =>
  codesOf(queue).flatMap((id) => {
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
      const given = idsIn(call.list());
      const others = membersByUser(queue).filter(({ id }) => !given.includes(id));
      const ring = new Map(membersByUser(queue).map(({ id, ringNumber }) => [id, ringNumber]));
      const added = call.query('delete') === 'true' ? [] : given.map((id) => ({ id, ringNumber: ring.get(id) ?? 1 }));
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
      const ring = numberOf(ringNumber) ?? 1;
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

/** `[{ id, ringNumber }, …]`: the rings of many members at once. */
function changeMembers(call: Call): JsonObject {
  const queue = call.the('queue');
  const changes = call.list().map((item, i) => {
    const problems = shapeProblems(fieldsOf(item), { id: required(text(256)), ringNumber: whole(1, 6) });
    if (problems.length > 0) {
      throw wrongBody(problems.map(({ field, message }) => ({ field, message: `[${i}].${message}` })));
    }
    const { id, ringNumber } = fieldsOf(item);
    return { id: textOf(id) ?? '', ringNumber: numberOf(ringNumber) };
  });
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

const membersPath = ({ id }: Entity): string => `${path}/${id}/members`;

function keepMembers(queue: Entity, members: readonly Member[], { org }: Call): void {
  const after: Entity = { ...queue, members: members.map(({ id, ringNumber }) => ({ id, ringNumber })) };
  const missing = danglingReferences(org, 'queue', after);
  if (missing.length > 0) throw dangling(missing);
  org.put('queue', after);
}

function shownMember({ id, ringNumber }: Member, memberBy: string, { org }: Call): JsonObject {
  const { name: userName } = fieldsOf(org.get('user', id));
  const user = { id, name: userName, selfUri: `/api/v2/users/${id}` };
  return { id, name: userName, user, ringNumber, joined: true, memberBy };
}

export const queueRoutes: readonly Route[] = [...collection(queues), ...codeRoutes, ...memberRoutes];

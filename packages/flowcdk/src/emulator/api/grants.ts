import { type JsonObject } from '../state/json';
import type { KindName } from '../state/kinds';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { dangling, notThere } from './refusals';
import type { Route } from './route';
import { required } from '../state/shape';
import { type Grant, grants } from '../state/tables/grant';
import type { Group } from '../state/tables/group';
import type { User } from '../state/tables/user';

const path = '/api/v2/authorization/subjects/:id';

/** A holder of roles. */
type Subject = User | Group;

const same = (a: Grant, b: Grant): boolean => a.roleId === b.roleId && a.divisionId === b.divisionId;

/** The user or the group in the path. */
function subjectIn(call: Call): { readonly kind: KindName; readonly subject: Subject } {
  const id = call.param('id');
  for (const kind of ['user', 'group'] as const) {
    const subject = call.org.get(kind, id);
    if (subject) return { kind, subject };
  }
  throw notThere('user or group', id);
}

const shown = ({ org }: Call, subject: Subject): JsonObject => ({
  id: subject.id,
  name: subject.name,
  grants: (subject.grants ?? []).map(({ roleId, divisionId }) => ({
    subjectId: subject.id,
    role: { id: roleId, name: org.get('role', roleId)?.name },
    division: { id: divisionId, name: divisionId === '*' ? '*' : org.get('division', divisionId)?.name },
  })),
});

export const grantRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'gives the roles of a user or group, with the divisions they count in',
    permission: 'authorization:grant:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => shown(call, subjectIn(call).subject),
  },
  {
    method: 'POST',
    path: `${path}/bulkadd`,
    does: 'gives roles to a user or group',
    permission: 'authorization:grant:add',
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      const { kind, subject } = subjectIn(call);
      const sent = call.object({ grants: required(grants) });
      const before = subject.grants ?? [];
      const added = sent.grants.map(({ roleId, divisionId }): Grant => ({ roleId, divisionId }));
      const fresh = added.filter((grant, i) => ![...before, ...added.slice(0, i)].some((other) => same(grant, other)));
      const after: Subject = { ...subject, grants: [...before, ...fresh] };
      const missing = danglingReferences(call.org, kind, after);
      if (missing.length > 0) throw dangling(missing);
      call.org.putRecord(kind, after);
      return undefined;
    },
  },
  {
    method: 'DELETE',
    path: `${path}/divisions/:divisionId/roles/:roleId`,
    does: 'takes a role from a user or group',
    permission: 'authorization:grant:delete',
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      const { kind, subject } = subjectIn(call);
      const gone: Grant = { roleId: call.param('roleId'), divisionId: call.param('divisionId') };
      if (!(subject.grants ?? []).some((grant) => same(grant, gone))) throw notThere('grant of the role', gone.roleId);
      call.org.putRecord(kind, { ...subject, grants: (subject.grants ?? []).filter((grant) => !same(grant, gone)) });
      return undefined;
    },
  },
];

import { fieldsOf, itemsOf, type JsonObject, textOf } from '../state/json';
import type { KindName } from '../state/kinds';
import type { Entity } from '../state/org';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { dangling, notThere } from './problems';
import type { Route } from './route';
import { listOf, object, required, text } from './shape';

const path = '/api/v2/authorization/subjects/:id';

interface Grant extends JsonObject {
  readonly roleId: string;
  readonly divisionId: string;
}

const grantsOf = (subject: Entity): readonly Grant[] =>
  itemsOf(subject['grants']).flatMap((grant) => {
    const { roleId, divisionId } = fieldsOf(grant);
    return typeof roleId === 'string' && typeof divisionId === 'string' ? [{ roleId, divisionId }] : [];
  });

const same = (a: Grant, b: Grant): boolean => a.roleId === b.roleId && a.divisionId === b.divisionId;

/** A user or a group. */
function subjectIn(call: Call): { readonly kind: KindName; readonly subject: Entity } {
  const id = call.param('id');
  for (const kind of ['user', 'group'] as const) {
    const subject = call.org.get(kind, id);
    if (subject) return { kind, subject };
  }
  throw notThere('user or group', id);
}

const shown = ({ org }: Call, subject: Entity): JsonObject => ({
  id: subject.id,
  name: subject['name'],
  grants: grantsOf(subject).map(({ roleId, divisionId }) => ({
    subjectId: subject.id,
    role: { id: roleId, name: org.get('role', roleId)?.['name'] },
    division: { id: divisionId, name: divisionId === '*' ? '*' : org.get('division', divisionId)?.['name'] },
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
      const grant = object({ roleId: required(text(256)), divisionId: required(text(256)) });
      const sent = call.object({ grants: required(listOf(grant)) });
      const before = grantsOf(subject);
      const added = itemsOf(sent['grants']).map((item): Grant => {
        const { roleId, divisionId } = fieldsOf(item);
        return { roleId: textOf(roleId) ?? '', divisionId: textOf(divisionId) ?? '' };
      });
      const fresh = added.filter((one, i) => ![...before, ...added.slice(0, i)].some((other) => same(one, other)));
      const after: Entity = { ...subject, grants: [...before, ...fresh] };
      const missing = danglingReferences(call.org, kind, after);
      if (missing.length > 0) throw dangling(missing);
      call.org.put(kind, after);
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
      if (!grantsOf(subject).some((grant) => same(grant, gone))) throw notThere('grant of the role', gone.roleId);
      call.org.put(kind, { ...subject, grants: grantsOf(subject).filter((grant) => !same(grant, gone)) });
      return undefined;
    },
  },
];

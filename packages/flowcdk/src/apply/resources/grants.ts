import type { Api } from '../api';
import type { Attributes } from '../attributes';
import type { Exported, ResourceKind } from '../resource-kind';
import { isValues, listOf, type Value } from '../values';

interface Grant {
  readonly roleId: string;
  readonly divisionId: string;
}

/** The roles of a subject: those of the resource and no others. Without divisions a role counts in the home division. */
const rolesOf = (subject: string, subjectType: string): ResourceKind => {
  const give = async (attributes: Attributes, api: Api): Promise<Exported> => {
    const id = attributes.needed(subject);
    const path = `/api/v2/authorization/subjects/${id}`;
    const planned = await grantsIn(attributes, api);
    const present = listOf((await api.get(`${path}?includeDuplicates=true`))['grants']).flatMap(grantOf);
    for (const { roleId, divisionId } of present.filter((grant) => !planned.some(same(grant)))) {
      await api.delete(`${path}/divisions/${divisionId}/roles/${roleId}`);
    }
    const grants = planned.filter((grant) => !present.some(same(grant)));
    if (grants.length > 0) {
      await api.post(`${path}/bulkadd?subjectType=${subjectType}`, { grants: grants.map((grant) => ({ ...grant })) });
    }
    return { id };
  };
  return {
    fixed: [subject],
    create: give,
    update: (_made, attributes, api) => give(attributes, api),
    exists: async ({ id }, api) => (await api.find(`/api/v2/authorization/subjects/${id}`)) !== undefined,
    // As with the provider, the roles stay.
    remove: () => Promise.resolve(),
  };
};

async function grantsIn(attributes: Attributes, api: Api): Promise<readonly Grant[]> {
  const home = String((await api.get('/api/v2/authorization/divisions/home'))['id']);
  return attributes.blocks('roles').flatMap((role) => {
    const roleId = role.needed('role_id');
    const divisions = role.texts('division_ids') ?? [];
    return (divisions.length > 0 ? divisions : [home]).map((divisionId) => ({ roleId, divisionId }));
  });
}

const idOf = (value: Value | undefined): string => (isValues(value) ? String(value['id']) : '');

const grantOf = (grant: Value): readonly Grant[] =>
  isValues(grant) ? [{ roleId: idOf(grant['role']), divisionId: idOf(grant['division']) }] : [];

const same =
  (a: Grant) =>
  (b: Grant): boolean =>
    a.roleId === b.roleId && a.divisionId === b.divisionId;

export const userRoles = rolesOf('user_id', 'PC_USER');
export const groupRoles = rolesOf('group_id', 'PC_GROUP');

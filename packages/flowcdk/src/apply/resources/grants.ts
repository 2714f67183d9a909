import type { Api } from '../api';
import type { Attributes } from '../attributes';
import type { Made, ResourceKind } from '../resource-kind';
import { isValues, listOf, type Value } from '../values';

interface Grant {
  readonly roleId: string;
  readonly divisionId: string;
}

/** The roles of a subject: those given, where the home division is meant unless others are named, and no others. */
const rolesOf = (subject: string, subjectType: string): ResourceKind => {
  const give = async (given: Attributes, api: Api): Promise<Made> => {
    const id = given.needed(subject);
    const path = `/api/v2/authorization/subjects/${id}`;
    const wanted = await grantsIn(given, api);
    const there = listOf((await api.get(`${path}?includeDuplicates=true`))['grants']).flatMap(grantOf);
    for (const { roleId, divisionId } of there.filter((grant) => !wanted.some(same(grant)))) {
      await api.delete(`${path}/divisions/${divisionId}/roles/${roleId}`);
    }
    const grants = wanted.filter((grant) => !there.some(same(grant)));
    if (grants.length > 0) {
      await api.post(`${path}/bulkadd?subjectType=${subjectType}`, { grants: grants.map((grant) => ({ ...grant })) });
    }
    return { id };
  };
  return {
    fixed: [subject],
    create: give,
    update: (_made, given, api) => give(given, api),
    exists: async ({ id }, api) => (await api.find(`/api/v2/authorization/subjects/${id}`)) !== undefined,
    // Like the provider: what was given stays given.
    remove: () => Promise.resolve(),
  };
};

async function grantsIn(given: Attributes, api: Api): Promise<readonly Grant[]> {
  const home = String((await api.get('/api/v2/authorization/divisions/home'))['id']);
  return given.blocks('roles').flatMap((role) => {
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

import type { Caller } from './caller';
import { idIn } from './state/json';
import type { Entity, Org } from './state/org';
import type { OAuthClient } from './state/tables/oauth-client';
import type { Role } from './state/tables/role';

/** The divisions in which a caller has a permission. */
export type Divisions = 'all' | ReadonlySet<string>;

/**
 * The default roles that may do everything (believed of both). What other default roles may do is not known; they may
 * do nothing.
 */
const allMighty: ReadonlySet<string> = new Set(['admin', 'purecloud-admin']);

/**
 * The divisions where a caller has a permission. OAuth clients have the permissions of their roles, users those of
 * their own roles and of their groups' roles. The administrator of the local org has every permission everywhere.
 */
export function divisionsWith(permission: string, { clientId, userId }: Caller, org: Org): Divisions {
  if (clientId === undefined && userId === undefined) return 'all';
  const grants = userId === undefined ? grantsOfClient(org, clientId ?? '') : grantsOfUser(org, userId);
  const divisions = new Set<string>();
  for (const grant of grants) {
    const { roleId, divisionId } = grant;
    const role = org.get('role', roleId);
    if (!role || !allows(role, permission)) continue;
    // A client's role without a division counts in the home division (assumed).
    const division = divisionId ?? homeOf(org);
    if (division === '*') return 'all';
    divisions.add(division);
  }
  return divisions;
}

/** A role, and the division in which it counts. */
type RoleInDivision = NonNullable<OAuthClient['roleDivisions']>[number];

const grantsOfClient = (org: Org, id: string): readonly RoleInDivision[] =>
  org.get('oauthClient', id)?.roleDivisions ?? [];

const grantsOfUser = (org: Org, id: string): readonly RoleInDivision[] => [
  ...(org.get('user', id)?.grants ?? []),
  ...org.all('group').flatMap((group) => (group.memberIds?.includes(id) ? (group.grants ?? []) : [])),
];

const homeOf = (org: Org): string => org.all('division').find((division) => division.homeDivision)?.id ?? '';

/**
 * Whether a role has a permission such as `routing:queue:view`: by name, or by a policy, where `*` stands for every
 * entity or every action.
 */
function allows(role: Role, permission: string): boolean {
  if (allMighty.has(role.defaultRoleId ?? '')) return true;
  if (role.permissions.includes(permission)) return true;
  const [domain, entity, action] = permission.split(':');
  return role.permissionPolicies.some(
    ({ domain: inDomain, entityName, actionSet }) =>
      inDomain === domain &&
      (entityName === '*' || entityName === entity) &&
      (actionSet.includes('*') || actionSet.includes(action ?? '')),
  );
}

/** The division of a thing. Undefined where things of its kind belong to no division, or to all. */
export function divisionOf(entity: Entity): string | undefined {
  const id = idIn(entity, 'division');
  return id === '*' ? undefined : id;
}

export const isIn = (divisions: Divisions, entity: Entity): boolean => {
  if (divisions === 'all') return true;
  const division = divisionOf(entity);
  return division === undefined || divisions.has(division);
};

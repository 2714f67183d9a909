import { api, apart, unset } from '../base/api-column';
import { block, optional, required } from '../base/schema';

export const authRole = {
  /** Unique in the org. */
  name: required('string'),
  /** What the role is for. */
  description: optional('string', unset('')),
  /** Permissions of the old kind, for instance `group_creation`. */
  permissions: optional('set(string)'),
  /** What is allowed, one entry per entity. */
  permissionPolicies: block(
    'set',
    '0..*',
    {
      /** For instance `architect`. */
      domain: required('string'),
      /** For instance `flow`; `*` is all of the domain. */
      entityName: required('string'),
      /** For instance `view`; `*` is all, but better list them. At least one. */
      actionSet: required('set(string)'),
      /** Restrict the permission, where it can be. */
      conditions: block(
        'list',
        '0..1',
        {
          /** `AND` or `OR` between the terms. */
          conjunction: required('string'),
          /** What is compared. */
          terms: block(
            'set',
            '1..*',
            {
              /** Variable of the permission. */
              variableName: required('string'),
              /** `EQ`, `IN`, `GE`, `GT`, `LE` or `LT`. */
              operator: required('string'),
              /** What it is compared with. */
              operands: block(
                'set',
                '1..*',
                {
                  /** `USER`, `QUEUE`, `SCALAR` or `VARIABLE`; it decides which of the others is used. */
                  type: required('string'),
                  /** With `QUEUE`. */
                  queueId: optional('string', api('queue.id')),
                  /** With `USER`. */
                  userId: optional('string', api('user.id')),
                  /** With `SCALAR` and `VARIABLE`. */
                  value: optional('string'),
                },
                unset([]),
              ),
            },
            unset([]),
          ),
        },
        api('resourceConditionNode'),
      ),
    },
    unset([]),
  ),
  /** Take over this default role, for instance `employee`; destroying restores it. A change makes a new role. */
  defaultRoleId: optional('string', apart),
};

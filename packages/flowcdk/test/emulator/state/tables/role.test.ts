import { role } from '../../../../src/emulator/state/tables/role';
import { testTable } from '../private/table-test';

testTable(role, { name: 'Reader' }, [
  [{ permissions: ['routing:queue:view'] }, { permissions: 'all' }, 'permissions is "all"; expected a list'],
  [
    { permissionPolicies: [{ domain: 'routing', entityName: '*', actionSet: ['view'] }] },
    { permissionPolicies: [{ domain: 'routing', entityName: '*' }] },
    'permissionPolicies[0].actionSet is missing; expected a list, each of it a text of at most 10000 characters',
  ],
  [
    {
      permissionPolicies: [
        { domain: 'a', entityName: 'b', actionSet: [], resourceConditionNode: { conjunction: 'AND' } },
      ],
    },
    {
      permissionPolicies: [
        { domain: 'a', entityName: 'b', actionSet: [], resourceConditionNode: { conjunction: 'NOR' } },
      ],
    },
    'permissionPolicies[0].resourceConditionNode.conjunction is "NOR"; expected one of AND, OR',
  ],
]);

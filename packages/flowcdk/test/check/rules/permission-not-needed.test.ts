import { dataAction, genesysCloud, type Permission, string } from '../../../src';
import { url } from '../../../src/templates';
import { permissionNotNeeded } from '../../../src/check/rules/permission-not-needed';
import { ruleTest } from '../graph/private/rule-test';

/** A data action that marks a conversation, or calls something else, on an integration with these permissions. */
const marking = (permissions: readonly Permission[] | undefined, path = '/tags') => {
  const integration = genesysCloud({ name: 'Marks', permissions });
  const mark = dataAction({
    name: 'Mark',
    integration,
    input: { conversationId: string() },
    output: {},
    request: ({ conversationId }) => ({ method: 'PUT', url: url`/api/v2/conversations/${conversationId}${path}` }),
  });
  return { definitions: [integration, mark] };
};

ruleTest(permissionNotNeeded, {
  valid: {
    'just what the call requires': marking(['conversation:externalTag:edit']),
    'a role that follows from the calls': marking(undefined),
    'less than the call requires, which fails by itself': marking([]),
    'an endpoint that is not known here': marking(['quality:evaluation:edit'], '/something-new'),
    'an integration whose data actions are elsewhere': {
      definitions: [genesysCloud({ name: 'Empty', permissions: ['architect:flow:launch'] })],
    },
  },
  invalid: {
    'a permission more': {
      in: marking(['conversation:externalTag:edit', 'routing:queue:view', 'users:user:view']),
      finds: ['integration Marks: no data action of the integration needs routing:queue:view, users:user:view'],
    },
  },
});

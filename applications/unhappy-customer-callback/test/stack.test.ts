import { type DataAction, requiredPermissions } from 'flowcdk';
import { synthesizedStack } from './private/stack';
import { shipped } from './private/unhappy-calls';

// What Terraform gets: two integrations, a role that may do what is needed, and secrets that stand nowhere.

let stack: Awaited<ReturnType<typeof synthesizedStack>> = {};
beforeAll(async () => void (stack = await synthesizedStack()));

const resources = (type: string) => Object.values(stack['resource']?.[type] ?? {}) as Record<string, unknown>[];

const actions = shipped.definitions.filter(
  (definition): definition is DataAction => definition.definition === 'dataAction',
);

test('the chat webhook is another host, so it has an integration of its own', () => {
  expect(resources('genesyscloud_integration').map((integration) => integration['integration_type'])).toEqual([
    'custom-rest-actions',
    'purecloud-data-actions',
  ]);
  expect(actions.map(({ name, category }) => `${category}: ${name}`).sort()).toEqual([
    'Chat of the supervisors: Post to chat',
    'Unhappy customer callback: Create scheduled callback',
    'Unhappy customer callback: Get conversation',
    'Unhappy customer callback: Get sentiment',
    'Unhappy customer callback: Send SMS',
    'Unhappy customer callback: Tag conversation',
  ]);
});

test('the role holds what the five data actions call, and nothing else', () => {
  const ofCloud = actions.filter(({ integration }) => integration.integration === 'genesysCloud');
  const [role] = resources('genesyscloud_auth_role');
  const policies = role?.['permission_policies'] as readonly Record<string, unknown>[];

  expect(requiredPermissions(ofCloud)).toEqual({
    permissions: [
      'conversation:callback:create',
      'conversation:communication:view',
      'conversation:externalTag:edit',
      'conversation:message:create',
      'recording:recording:view',
      'speechAndTextAnalytics:data:view',
    ],
    unknown: [],
  });
  expect(policies).toHaveLength(6);
});

test('the id of the webhook is a sensitive variable, and stands in no file', () => {
  expect(stack['variable']).toEqual({
    chat_webhook_id: { type: 'string', sensitive: true, description: expect.any(String) as string },
  });
  expect(JSON.stringify(stack)).not.toContain('sdk_debug');
});

test('no contract names a field that the API does not answer', () => {
  const outputs = Object.fromEntries(actions.map(({ name, outputs: declared }) => [name, Object.keys(declared)]));

  expect(outputs).toEqual({
    'Get conversation': ['externalTag'],
    'Get sentiment': ['sentimentScore'],
    'Tag conversation': [],
    'Send SMS': ['messageId'],
    'Create scheduled callback': ['callbackConversationId'],
    'Post to chat': [],
  });
});

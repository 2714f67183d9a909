import { callFlowYaml, workflowYaml } from '../../private/flows';
import { localOrg } from '../../private/local-org';

const actions = '/api/v2/integrations/actions';

async function withIntegration() {
  const org = localOrg();
  const { body } = await org.post('/api/v2/integrations', {
    name: 'Databases',
    integrationType: { id: 'custom-rest-actions' },
  });
  return { org, integrationId: (body as { readonly id: string }).id };
}

/** A data action as hand-written Terraform sends it, with three mistakes. */
const mistaken = (integrationId: string) => ({
  name: 'Find customer',
  category: 'Databases',
  integrationId,
  contract: {
    input: { inputSchema: { type: 'object', properties: { phone: { type: 'string' } }, required: ['phone'] } },
    output: {
      successSchema: {
        type: 'object',
        properties: { id: { type: 'string' }, tier: { type: 'string' } },
        required: ['id', 'tier'],
      },
    },
  },
  config: {
    request: { requestType: 'GET', requestUrlTemplate: 'https://customers.example/find?p=${input.fone}', headers: {} },
    response: {
      translationMap: { id: '$.id' },
      translationMapDefaults: { id: 'unknown' },
      successTemplate: '{"id": ${id}}',
    },
  },
});

const rules = ['template-default', 'template-input-unknown', 'template-output-missing'];

test('a data action with mistakes is taken, and the answer warns of each', async () => {
  const { org, integrationId } = await withIntegration();

  const { status, headers } = await org.post(actions, mistaken(integrationId));

  expect(status).toBe(200);
  expect(headers['flowcdk-warning']).toContain(
    'data action Find customer / url: there is no input fone. Did you mean phone?',
  );
  for (const rule of rules) expect(headers['flowcdk-warning']).toContain(`(${rule})`);
});

test('the findings about what the org holds can be read at any time', async () => {
  const { org, integrationId } = await withIntegration();
  const { body } = await org.post(actions, mistaken(integrationId));
  await org.publish(workflowYaml('Report', '', '    - stringVariable: { name: Flow.caller, isInput: true }'));

  const { body: findings } = await org.get('/flowcdk/findings');
  const { entities } = findings as { readonly entities: readonly { readonly kind: string; readonly rule: string }[] };

  expect(entities.map(({ kind, rule }) => `${kind}: ${rule}`).sort()).toEqual([
    ...rules.map((rule) => `dataAction: ${rule}`),
    'flow: unused-input',
  ]);
  expect(entities[0]).toMatchObject({
    id: (body as { readonly id: string }).id,
    name: 'Find customer',
    severity: 'error',
    message: 'there is no input fone',
    path: 'data action Find customer / url',
  });
});

test('those of one kind', async () => {
  const { org, integrationId } = await withIntegration();
  await org.post(actions, mistaken(integrationId));

  expect(await org.get('/flowcdk/findings?kind=flow')).toMatchObject({ body: { entities: [], total: 0 } });
});

test('a data action that is mended has none', async () => {
  const { org, integrationId } = await withIntegration();
  const { body } = await org.post(actions, mistaken(integrationId));
  const { config } = mistaken(integrationId);

  const { headers } = await org.patch(`${actions}/${(body as { readonly id: string }).id}`, {
    version: 1,
    config: {
      request: { ...config.request, requestUrlTemplate: 'https://customers.example/find?p=$esc.url($input.phone)' },
      response: {
        translationMap: { id: '$.id', tier: '$.tier' },
        translationMapDefaults: { id: '"unknown"' },
        successTemplate: '{"id": ${id}, "tier": ${tier}}',
      },
    },
  });

  expect(headers['flowcdk-warning']).toBeUndefined();
  expect(await org.get('/flowcdk/findings')).toMatchObject({ body: { total: 0 } });
});

test('a trigger warns of inputs that no event of its topic has', async () => {
  const org = localOrg();
  const { flow } = await org.publish(
    workflowYaml('Report', '', '    - stringVariable: { name: Flow.conversationID, isInput: true }'),
  );

  const { status, headers } = await org.post('/api/v2/processautomation/triggers', {
    name: 'Finished',
    topicName: 'v2.detail.events.conversation.{id}.acw',
    enabled: true,
    target: { type: 'Workflow', id: flow?.id },
    matchCriteria: [],
  });

  expect(status).toBe(200);
  expect(headers['flowcdk-warning']).toMatch(
    /have no plain field for the input conversationID\. Did you mean conversationId\?.*\(trigger-input\)/,
  );
});

test('an org without mistakes has no findings', async () => {
  const org = localOrg();
  await org.publish(callFlowYaml('Line'));

  expect(await org.get('/flowcdk/findings')).toMatchObject({ body: { entities: [], total: 0 } });
});

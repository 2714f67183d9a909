import { workflowYaml } from '../private/flows';
import { localOrg } from '../private/local-org';

const integrations = '/api/v2/integrations';

/** An org with a webhook and a trigger that listens to it. */
async function withWebhook(intendedState: 'ENABLED' | 'DISABLED') {
  const org = localOrg();
  const id = await org.create(integrations, { integrationType: { id: 'webhook' }, name: 'Orders', intendedState });
  const { body } = await org.get(`${integrations}/${id}`);
  const { webhookId, invocationUrl } = (body as { readonly attributes: Record<string, string> }).attributes;
  const { flow } = await org.publish(workflowYaml('Take order'));
  await org.post('/api/v2/processautomation/triggers', {
    name: 'Order came',
    topicName: 'v2.integrations.inbound.webhook.{id}.invocation',
    enabled: true,
    target: { type: 'Workflow', id: flow?.id },
    matchCriteria: [{ jsonPath: 'webhookId', operator: 'Equal', value: webhookId }],
  });
  return { org, id, url: new URL(invocationUrl ?? '').pathname };
}

test('what is posted to the address of a webhook starts the workflows of its triggers, without a token', async () => {
  const { org, id, url } = await withWebhook('ENABLED');

  const answer = await org.send('POST', `${url}?foo=bar&foo=baz`, '{"order":7}', {
    'content-type': 'application/json',
    'x-shop': 'north',
    authorization: 'Bearer of-the-shop',
  });
  org.wait(5_000);

  expect(answer).toMatchObject({ status: 200, body: { invocationId: expect.any(String) as string } });
  const published = org.runtime.log.events.find(({ type }) => type === 'event.published');
  expect(published).toMatchObject({
    topic: `v2.integrations.inbound.webhook.${id}.invocation`,
    event: {
      webhookId: id,
      invocationTime: '2026-11-21T08:00:00.000Z',
      webhooksInvocation: { body: { order: 7 }, headers: { 'x-shop': ['north'] }, query: { foo: ['bar', 'baz'] } },
    },
  });
  expect(org.runtime.log.events.map(({ type }) => type)).toContain('trigger.launched');
  expect(JSON.stringify(org.runtime.log.events)).not.toContain('of-the-shop');
});

test.each(['DISABLED', 'none'])('nothing is taken where no webhook is active: %s', async (state) => {
  const { org, url } = await withWebhook('DISABLED');

  const { status } = await org.post(state === 'none' ? `${integrations}/webhooks/nothing/events` : url, {});

  expect(status).toBe(404);
});

test('a chat group takes messages without a token, and its id is kept nowhere', async () => {
  const org = localOrg();
  const answer = await org.send('POST', '/webhooks/api/v1/webhook/secret-of-the-group', '{"message":"Hello"}', {
    'content-type': 'application/json',
  });

  expect(answer.status).toBe(200);
  expect((await org.get('/flowcdk/messages?channel=chat&to=secret-of-the-group')).body).toMatchObject({
    entities: [{ text: 'Hello', status: 'posted' }],
  });
  expect(JSON.stringify([org.org.contents(), org.runtime.log.events])).not.toContain('secret-of-the-group');
  expect((await org.post('/webhooks/api/v1/webhook/secret-of-the-group', { message: '' })).status).toBe(400);
});

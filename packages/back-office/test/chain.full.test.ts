import { seconds } from 'flowcdk';
import { localOrg, type LocalOrg, type LocalOrgOptions } from 'flowcdk/testing';
import { app, patientCall } from '../../../test/private/calls';
import { ids, Scene } from './private/scene';

// The whole way: a caller, an agent, the trigger, the workflow, the data action over HTTP, the record.

const scene = Scene.forTests();

let url = '';
beforeAll(async () => (url = await scene.office.server.listen({ host: '127.0.0.1', port: 0 })));

/** Nothing listens there: the databases of the application are down. */
const DOWN = 'http://127.0.0.1:9';

/** The application of the repository, with the back office behind its URL. */
async function shippedOrg(settings: LocalOrgOptions['settings'] = {}): Promise<LocalOrg> {
  const key = await scene.office.keys.add('genesys', 'data action');
  const { databases, backOffice, ...others } = app.settings;
  const { alpha, beta, gamma } = databases;
  const application = app.with({
    settings: {
      ...others,
      databases: {
        ...databases,
        alpha: { ...alpha, baseUrl: DOWN },
        beta: { ...beta, baseUrl: DOWN },
        gamma: { ...gamma, baseUrl: DOWN, loginUrl: DOWN },
      },
      backOffice: { ...backOffice, url: `${url}/customers/supportResult` },
    },
  });
  const org = await localOrg(application, {
    overNetwork: true,
    variables: { back_office_user_name: 'flowcdk', back_office_password: key },
    settings,
  });
  scene.genesys.names = Object.fromEntries(
    (['user', 'wrapupCode'] as const).flatMap((kind) => org.runtime.org.all(kind).map(({ id, name }) => [id, name])),
  );
  return org;
}

test('a call that was paired while it went on reads with the names of agent, wrap-up and customer', async () => {
  const org = await shippedOrg();
  const call = await patientCall(org);
  await scene.pair(ids.customer, call.conversationId);
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Order taken or changed' });
  await scene.work();

  expect(await scene.records()).toMatchObject([
    {
      interactionId: call.conversationId,
      direction: 'INBOUND',
      channel: 'VOICE',
      customerId: ids.customer,
      customerHandle: '+33142685300',
      bankUserName: expect.any(String) as string,
      purpose: 'Order taken or changed',
      title: 'order',
    },
  ]);
});

test.each(['duplicated', 'delayed'] as const)('an event that is %s makes one record', async (what) => {
  const org = await shippedOrg({ deliveryFaults: { [what]: 1 } });
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Order taken or changed' });
  await scene.work();

  expect(await scene.records()).toHaveLength(1);
});

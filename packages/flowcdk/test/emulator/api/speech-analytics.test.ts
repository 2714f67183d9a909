import { callFlowYaml } from '../private/flows';
import { localOrg } from '../private/local-org';

/** An org with a call. */
async function withCall() {
  const org = localOrg();
  const { flow } = await org.publish(callFlowYaml('Line'));
  await org.post('/api/v2/telephony/providers/edges/didpools', {
    startPhoneNumber: '+442079460150',
    endPhoneNumber: '+442079460150',
  });
  await org.post('/api/v2/architect/ivrs', { name: 'Line', dnis: ['+442079460150'], openHoursFlow: { id: flow?.id } });
  const id = await org.create('/flowcdk/calls', { from: '+33142685300', to: '+442079460150' });
  const sentiment = () => org.get(`/api/v2/speechandtextanalytics/conversations/${id}`);
  return { org, id, sentiment, call: `/flowcdk/calls/${id}` };
}

test('it is ready some time after the end of the call', async () => {
  const { org, call, sentiment, id } = await withCall();
  await org.put(`${call}/sentiment`, { score: -60, trend: -30, after: 90_000 });
  await org.post(`${call}/hangup`);
  await org.wait(89_000);
  expect((await sentiment()).status).toBe(404);
  await org.wait(1_000);
  expect(await sentiment()).toMatchObject({
    status: 200,
    body: { conversation: { id }, sentimentScore: -60, sentimentTrend: -30, sentimentTrendClass: 'SlightlyDeclining' },
  });
});

test('without a score the analysis has nothing to judge', async () => {
  const { org, call, sentiment } = await withCall();
  await org.post(`${call}/hangup`);
  await org.put(`${call}/sentiment`, {});
  const { status, body } = await sentiment();
  expect(status).toBe(200);
  expect(body).toMatchObject({ sentimentTrendClass: 'NotCalculated' });
  expect(body).not.toHaveProperty('sentimentScore');
});

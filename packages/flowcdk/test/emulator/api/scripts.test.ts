import { entitiesOf, localOrg } from '../private/local-org';

test.each(['', '/published'])('/scripts%s has the scripts of every org', async (end) => {
  const org = localOrg();
  const answer = await org.get(`/api/v2/scripts${end}?name=Default%20Inbound%20Script`);

  expect(entitiesOf(answer)).toMatchObject([{ id: '766f1221-047a-11e5-bba2-db8c0964d007' }]);
  expect(entitiesOf(await org.get(`/api/v2/scripts${end}`))).toHaveLength(3);
});

test('who looks for another script learns why it cannot be there', async () => {
  const answer = await localOrg().get('/api/v2/scripts?name=Sales');

  expect([entitiesOf(answer), answer.headers['flowcdk-warning']]).toEqual([
    [],
    expect.stringMatching(/^there is no script 'Sales'\. genesyscloud_script uploads to the host apps\.<region>/),
  ]);
});

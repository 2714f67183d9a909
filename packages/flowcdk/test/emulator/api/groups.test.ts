import { entitiesOf, localOrg } from '../private/local-org';

const users = '/api/v2/users';

const groups = '/api/v2/groups';

const ada = { name: 'Ada', email: 'ada@example.com' };

test('a group keeps its type and members when it is changed, and forgets a user who is gone', async () => {
  const org = localOrg();
  const user = await org.create(users, ada);
  const id = await org.create(groups, { name: 'Care', type: 'official', visibility: 'public', ownerIds: [user] });
  await org.post(`${groups}/${id}/members`, { memberIds: [user], version: 1 });

  expect(
    (await org.put(`${groups}/${id}`, { name: 'Care', visibility: 'members', ownerIds: [' '] })).body,
  ).toMatchObject({
    type: 'official',
    owners: [],
    memberCount: 1,
  });
  await org.delete(`${users}/${user}`);
  expect(entitiesOf(await org.get(`${groups}/${id}/individuals`))).toEqual([]);
});

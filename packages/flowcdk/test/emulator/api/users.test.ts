import { localOrg } from '../private/local-org';

describe('users', () => {
  const users = '/api/v2/users';

  const ada = { name: 'Ada', email: 'ada@example.com' };

  const byEmail = { query: [{ fields: ['email'], value: 'ADA@example.com', type: 'EXACT' }] };

  test('a user is found by address; who is gone only by who asks for it', async () => {
    const org = localOrg();
    const id = await org.create(users, ada);
    const results = async (query: object) =>
      ((await org.post(`${users}/search`, query)).body as { results: unknown }).results;

    expect(await results(byEmail)).toMatchObject([{ id }]);
    await org.delete(`${users}/${id}`);
    expect(await results(byEmail)).toEqual([]);
    expect(
      await results({ query: [...byEmail.query, { fields: ['state'], values: ['deleted'], type: 'EXACT' }] }),
    ).toMatchObject([{ id, state: 'deleted' }]);
  });

  test('an address is taken once, and a change names the version it changes', async () => {
    const org = localOrg();
    const id = await org.create(users, ada);

    expect((await org.post(users, ada)).status).toBe(409);
    expect((await org.patch(`${users}/${id}`, { title: 'Agent', version: 1 })).body).toMatchObject({
      title: 'Agent',
      version: 2,
    });
    expect((await org.patch(`${users}/${id}`, { title: 'Agent', version: 1 })).status).toBe(409);
  });

  test('a password is not kept', async () => {
    const lines: string[] = [];
    const org = localOrg({ keep: (changes) => lines.push(JSON.stringify(changes)) });

    const id = await org.create(users, { ...ada, password: 'very secret' });
    await org.post(`${users}/${id}/password`, { newPassword: 'very secret' });

    expect(lines.join('\n')).not.toContain('very secret');
  });
});

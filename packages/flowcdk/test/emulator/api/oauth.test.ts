import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  'content-type': 'application/x-www-form-urlencoded',
});

const grant = 'grant_type=client_credentials';

const clients = '/api/v2/oauth/clients';

/** An org with a client, its id and its secret. */
async function withClient() {
  const org = localOrg();
  const role = String(entitiesOf(await org.get('/api/v2/authorization/roles?name=employee'))[0]?.['id']);
  const { body } = await org.post(clients, {
    name: 'Launcher',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    accessTokenValiditySeconds: 300,
    roleDivisions: [{ roleId: role, divisionId: '*' }],
  });
  return { org, ...(body as { readonly id: string; readonly secret: string }) };
}

describe('tokens', () => {
  test('any id and secret get one that lasts a day', async () => {
    const answer = await localOrg().send('POST', '/oauth/token', grant, basic('local', 'local'));

    expect(answer).toMatchObject({ status: 200, body: { token_type: 'bearer', expires_in: 86400 } });
  });

  test('a client of the org gets one with its own secret only, for as long as it says', async () => {
    const { org, id, secret } = await withClient();

    expect(await org.send('POST', '/oauth/token', grant, basic(id, 'guess'))).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_description: 'client not found or invalid client' },
    });
    expect(await org.send('POST', '/oauth/token', grant, basic(id, secret))).toMatchObject({
      status: 200,
      body: { expires_in: 300 },
    });
  });

  test('a token tells whose it is, until it has expired', async () => {
    const { org, id, secret } = await withClient();
    const { body } = await org.send('POST', '/oauth/token', grant, basic(id, secret));
    const headers = { authorization: `Bearer ${(body as { readonly access_token: string }).access_token}` };

    expect((await org.send('GET', '/api/v2/tokens/me', undefined, headers)).body).toMatchObject({
      OAuthClient: { id },
    });
    await org.wait(300_000);
    expect(await org.send('GET', '/api/v2/tokens/me', undefined, headers)).toMatchObject({
      status: 401,
      body: { code: 'bad.credentials' },
    });
  });

  test('other grants are refused', async () => {
    const answer = await localOrg().send('POST', '/oauth/token', 'grant_type=password', basic('local', 'local'));

    expect(answer).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
  });

  test('where only one token is taken, it is also the only secret', async () => {
    const org = localOrg({ onlyToken: 'sesame' });

    expect(await org.send('POST', '/oauth/token', grant, basic('local', 'local'))).toMatchObject({ status: 401 });
    expect(await org.send('POST', '/oauth/token', grant, basic('local', 'sesame'))).toMatchObject({
      body: { access_token: 'sesame' },
    });
  });
});

describe('OAuth clients', () => {
  test('the secret is shown once and not kept', async () => {
    const { org, id, secret } = await withClient();

    expect(secret).toMatch(/^secret-/);
    expect((await org.get(`${clients}/${id}`)).body).not.toHaveProperty('secret');
    expect(JSON.stringify(org.org.all('oauthClient'))).not.toContain(secret);
  });

  test('a change does not lose the secret', async () => {
    const { org, id, secret } = await withClient();
    const { body } = await org.get(`${clients}/${id}`);

    await org.put(`${clients}/${id}`, { ...(body as object), description: 'changed' });

    expect(await org.send('POST', '/oauth/token', grant, basic(id, secret))).toMatchObject({ status: 200 });
  });

  test('a client for client credentials needs a role that is there', async () => {
    const org = localOrg();
    const client = { name: 'Launcher', authorizedGrantType: 'CLIENT-CREDENTIALS' };

    expect(messageOf(await org.post(clients, client))).toContain('needs at least one role');
    expect(
      messageOf(await org.post(clients, { ...client, roleDivisions: [{ roleId: 'none', divisionId: '*' }] })),
    ).toBe('roleDivisions[0].roleId: there is no role with the id none');
  });
});

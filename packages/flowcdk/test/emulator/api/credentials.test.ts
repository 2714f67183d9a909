import { localOrg } from '../private/local-org';
import { credentials, integrationOf, integrations } from './private/integrations';

describe('credentials', () => {
  test('values are neither shown nor kept', async () => {
    const lines: string[] = [];
    const org = localOrg({ keep: (changes) => lines.push(JSON.stringify(changes)) });
    const secret = {
      name: 'Alpha',
      type: { name: 'basicAuth' },
      credentialFields: { userName: 'u', password: 'very secret' },
    };
    const id = await org.create(credentials, secret);

    expect((await org.get(`${credentials}/${id}`)).body).toEqual({
      id,
      name: 'Alpha',
      type: { name: 'basicAuth' },
      selfUri: `${credentials}/${id}`,
    });
    expect(lines.join('\n')).not.toContain('very secret');
  });

  test('an unknown type is taken with a warning that names those there are', async () => {
    const { status, headers } = await localOrg().post(credentials, { name: 'Alpha', type: { name: 'basic' } });

    expect([status, headers['flowcdk-warning']]).toEqual([
      200,
      expect.stringMatching(
        /^type\.name: the local org does not know the type of credential 'basic'.* It knows basicAuth, /,
      ),
    ]);
  });

  test('one that an integration uses is not deleted', async () => {
    const org = localOrg();
    const credential = await org.create(credentials, { name: 'Alpha', type: { name: 'basicAuth' } });
    const id = await integrationOf(org);
    await org.put(`${integrations}/${id}/config/current`, {
      version: 1,
      credentials: { basicAuth: { id: credential } },
    });

    expect(await org.delete(`${credentials}/${credential}`)).toMatchObject({ status: 409 });
  });

  test('the listing goes on after the last id of the part before', async () => {
    const org = localOrg();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push(await org.create(credentials, { name, type: { name: 'basicAuth' } }));

    expect((await org.get(`${credentials}/listing?pageSize=2`)).body).toMatchObject({
      entities: [{ id: ids[0] }, { id: ids[1] }],
    });
    expect((await org.get(`${credentials}/listing?pageSize=2&after=${ids[1]}`)).body).toMatchObject({
      entities: [{ id: ids[2] }],
    });
    expect((await org.get(`${credentials}/listing?pageSize=2&after=${ids[2]}`)).body).toMatchObject({ entities: [] });
  });
});

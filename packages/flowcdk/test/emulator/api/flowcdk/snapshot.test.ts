import { type Answer, entitiesOf, localOrg, type LocalOrg, messageOf } from '../../private/local-org';
import { earlierChanges, emptyJournal } from '../../private/journals';
import { contentsOf } from '../../private/unharmed';
import { busyOrg, events, names, ownFolder, queues } from './private/busy-org';

const snapshots = '/flowcdk/snapshot';
const asWithin = ownFolder();

/** The names of what there is, without ids, which differ. */
const kindsOf = (org: LocalOrg): unknown =>
  Object.entries(contentsOf(org.org)).map(([kind, held]) => [kind, held.map(({ name }) => name)]);

describe('a snapshot', () => {
  const taken = async (org: LocalOrg): Promise<Answer['body']> => (await org.get(snapshots)).body;

  test('puts back what was there, and what happened since is gone', async () => {
    const org = await busyOrg();
    const [snapshot, held] = [await taken(org), contentsOf(org.org)];
    await org.create(queues, { name: 'Returns' });
    const [queue] = entitiesOf(await org.get(queues));
    await org.delete(`${queues}/${String(queue?.['id'])}`);

    expect((await org.put(snapshots, snapshot)).status).toBe(200);

    expect(contentsOf(org.org)).toEqual(held);
    expect(await events(org)).toBe(0);
  });

  test('brings an organisation into another one', async () => {
    const [busy, other] = [await busyOrg(), localOrg()];

    await other.put(snapshots, await taken(busy));

    expect(kindsOf(other)).toEqual(kindsOf(busy));
  });

  test('survives a restart', async () => {
    const before = asWithin(emptyJournal);
    const org = await busyOrg({ keep: before.keep });
    const snapshot = await taken(org);
    await org.post('/flowcdk/reset?everything=true');
    await org.put(snapshots, snapshot);
    await before.close();

    const again = localOrg({ happened: await asWithin(earlierChanges) });

    expect(contentsOf(again.org)).toEqual(contentsOf(org.org));
    expect(await names(again)).toEqual(['Support']);
  });

  test('has no secrets and no tokens; in the org it comes from, they stay', async () => {
    const org = localOrg();
    const [admin] = entitiesOf(await org.get('/api/v2/authorization/roles?name=admin'));
    const client = (
      await org.post('/api/v2/oauth/clients', {
        name: 'Launcher',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        roleDivisions: [{ roleId: admin?.['id'], divisionId: '*' }],
      })
    ).body as { readonly id: string; readonly secret: string };
    const credential = await org.create('/api/v2/integrations/credentials', {
      name: 'CRM',
      type: { name: 'basicAuth' },
      credentialFields: { userName: 'ada', password: 'open sesame' },
    });
    const login = (): Promise<Answer> =>
      org.send('POST', '/oauth/token', 'grant_type=client_credentials', {
        authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
      });
    const { access_token: token } = (await login()).body as { readonly access_token: string };
    const snapshot = await taken(org);

    expect(JSON.stringify(snapshot)).not.toMatch(/open sesame|secretHash|"token"/);
    await org.put(snapshots, snapshot);
    expect((await login()).status).toBe(200);
    expect((await org.send('GET', queues, undefined, { authorization: `Bearer ${token}` })).status).toBe(200);
    expect(org.org.secret(credential)).toEqual({ userName: 'ada', password: 'open sesame' });
  });

  test.each<[string, (snapshot: Readonly<Record<string, unknown>>) => unknown, string]>([
    [
      'changed',
      (snapshot) => ({ ...snapshot, contents: {} }),
      'The snapshot was changed after it was taken: its checksum is another one. Take one again.',
    ],
    [
      'of another version',
      (snapshot) => ({ ...snapshot, version: 2 }),
      'version is 2; this local org reads snapshots of version 1',
    ],
    ['something else', () => ({ flowcdk: 'org' }), 'flowcdk is "org"; expected one of snapshot; version is missing'],
  ])('that is %s is refused, and nothing is harmed', async (_, change, message) => {
    const org = await busyOrg();
    const held = contentsOf(org.org);
    const answer = await org.put(snapshots, change((await taken(org)) as Readonly<Record<string, unknown>>));

    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toContain(message);
    expect(contentsOf(org.org)).toEqual(held);
  });

  test('may be read and written by other programs on its way', async () => {
    const org = await busyOrg();
    const reversed = (value: unknown): unknown =>
      typeof value !== 'object' || value === null
        ? value
        : Array.isArray(value)
          ? value.map(reversed)
          : Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, inner]) => [name, reversed(inner)]),
            );

    expect((await org.put(snapshots, reversed(await taken(org)))).status).toBe(200);
  });
});

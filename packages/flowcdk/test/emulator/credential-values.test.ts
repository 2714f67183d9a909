import { credentialValues } from '../../src/emulator/state/credential-values';
import { type Change, Org } from '../../src/emulator/state/org';
import { entitiesOf, localOrg } from './private/local-org';

const path = '/api/v2/integrations/credentials';
const sent = { name: 'CRM', type: { name: 'basicAuth' }, credentialFields: { userName: 'ada', password: 'x1' } };

/** An org whose journal can be read. */
function journaled() {
  const kept: Change[] = [];
  return { ...localOrg({ keep: (changes) => kept.push(...changes) }), kept };
}

/** The same org after it was started again, with what its journal has. */
function startedAgain(kept: readonly Change[]) {
  const again = localOrg({ empty: true });
  again.org.replay(kept);
  return again;
}

test('what calls with a credential gets its values', async () => {
  const org = localOrg();
  const id = await org.create(path, sent);

  expect(credentialValues(org.org, id)).toEqual({ values: { userName: 'ada', password: 'x1' } });
  await org.put(`${path}/${id}`, { ...sent, credentialFields: { token: 'x2' } });
  expect(credentialValues(org.org, id)).toEqual({ values: { token: 'x2' } });
});

test('a change without values keeps those there are', async () => {
  const org = localOrg();
  const id = await org.create(path, sent);
  await org.put(`${path}/${id}`, { name: 'CRM 2', type: sent.type });

  expect(credentialValues(org.org, id)).toMatchObject({ values: { password: 'x1' } });
});

test('a change that is refused changes no values', async () => {
  const org = localOrg();
  const id = await org.create(path, sent);
  await org.put(`${path}/${id}`, { ...sent, name: 7, credentialFields: { password: 'x2' } });

  expect(credentialValues(org.org, id)).toMatchObject({ values: { password: 'x1' } });
});

test('a change that cannot be kept changes no values', () => {
  const org = new Org({
    now: () => new Date(0),
    newId: () => 'x',
    keep: () => {
      throw new Error('no space left on device');
    },
  });
  const change = () =>
    org.transaction(() => {
      org.put('credential', { id: 'c', type: { name: 'basicAuth' } });
      org.putSecret('c', { password: 'x1' });
    });

  expect(change).toThrow('no space left');
  expect(org.secret('c')).toBeUndefined();
});

test('values end with the credential', async () => {
  const org = localOrg();
  const id = await org.create(path, sent);
  await org.delete(`${path}/${id}`);

  expect(org.org.secret(id)).toBeUndefined();
  expect(credentialValues(org.org, id)).toEqual({ missing: `There is no credential ${id}.` });
});

describe('after a restart values are gone', () => {
  const restarted = async () => {
    const org = journaled();
    const id = await org.create(path, sent);
    return { id, org: startedAgain(org.kept) };
  };

  test('no journal ever had them', async () => {
    const org = journaled();
    await org.create(path, sent);

    expect(JSON.stringify(org.kept)).toContain('"fieldNames":["userName","password"]');
    expect(JSON.stringify(org.kept)).not.toContain('x1');
  });

  test('what would call with them is told why it cannot', async () => {
    const { id, org } = await restarted();

    expect(credentialValues(org.org, id)).toEqual({
      missing:
        "The values of the credential 'CRM' are gone: the local org keeps them in memory only and was started again " +
        'since. Apply the credential again: terraform apply, or flowcdk org apply.',
    });
  });

  test('reading the credential says so in its name, so that Terraform sees a difference and applies it again', async () => {
    const { id, org } = await restarted();

    expect((await org.get(`${path}/${id}`)).body).toMatchObject({ name: 'CRM (values are gone: apply again)' });
    expect(entitiesOf(await org.get(`${path}/listing`))).toMatchObject([{ name: 'CRM' }]);

    await org.put(`${path}/${id}`, sent);

    expect((await org.get(`${path}/${id}`)).body).toMatchObject({ name: 'CRM' });
    expect(credentialValues(org.org, id)).toMatchObject({ values: { password: 'x1' } });
  });

  test('a credential without values has lost none', async () => {
    const org = journaled();
    const id = await org.create(path, { name: 'Empty', type: { name: 'userDefined' } });
    const again = startedAgain(org.kept);

    expect(credentialValues(again.org, id)).toEqual({ values: {} });
    expect((await again.get(`${path}/${id}`)).body).toMatchObject({ name: 'Empty' });
  });
});

import { localOrg, messageOf } from '../private/local-org';

describe('data tables', () => {
  const tables = '/api/v2/flows/datatables';
  const table = {
    name: 'Shops',
    schema: { type: 'object', properties: { key: { type: 'string' }, open: { type: 'boolean', default: false } } },
  };

  test('have rows by key, with the defaults of their columns', async () => {
    const org = localOrg();
    const id = await org.create(tables, table);

    expect((await org.post(`${tables}/${id}/rows`, { key: 'a/b +1' })).body).toEqual({ key: 'a/b +1', open: false });
    expect((await org.get(`${tables}/${id}/rows/a%2Fb%20+1?showbrief=false`)).body).toEqual({
      key: 'a/b +1',
      open: false,
    });
    expect((await org.post(`${tables}/${id}/rows`, { key: 'a/b +1' })).status).toBe(409);
    expect((await org.delete(`${tables}/${id}/rows/a%2Fb%20+1`)).status).toBe(204);
  });

  test.each([
    [{ key: 'x', city: 'Paris' }, "the table 'Shops' has no column 'city'"],
    [{ key: 'x', open: 'yes' }, 'open is "yes"; expected a boolean'],
    [{ open: true }, 'key is missing; expected a text'],
  ])('a row has the columns of its table: %j', async (row, message) => {
    const org = localOrg();
    const id = await org.create(tables, table);

    expect(messageOf(await org.post(`${tables}/${id}/rows`, row))).toBe(message);
  });

  test('a row may have text that is exactly a number or a boolean; a column of text keeps it as text', async () => {
    const org = localOrg();
    const id = await org.create(tables, table);

    expect((await org.post(`${tables}/${id}/rows`, { key: '5', open: 'true' })).body).toMatchObject({
      key: '5',
      open: true,
    });
  });

  const withColumns = (properties: object) => ({ ...table, schema: { type: 'object', properties } });
  const key = { type: 'string' };
  const before = { key, n: { type: 'integer' } };

  test.each([
    ['a column is added', { ...before, more: { type: 'boolean' } }, undefined],
    ['a title changes', { key, n: { type: 'integer', title: 'How many' } }, undefined],
    ['a column is removed', { key }, /'Shops' has rows; the column 'n' cannot be removed\. Delete the rows first/],
    ['a column changes its type', { key, n: key }, /the column 'n' cannot change its type from integer to string/],
  ])(
    '%s: a table with rows minds only what its rows would not fit, an empty table nothing',
    async (_, after, refused) => {
      const org = localOrg();
      const full = await org.create(tables, { ...withColumns(before), name: 'Shops' });
      const empty = await org.create(tables, { ...withColumns(before), name: 'Empty' });
      await org.post(`${tables}/${full}/rows`, { key: 'a', n: 1 });

      const answer = await org.put(`${tables}/${full}`, { ...withColumns(after), name: 'Shops' });

      expect([answer.status, messageOf(answer)]).toEqual(
        refused ? [400, expect.stringMatching(refused)] : [200, undefined],
      );
      expect((await org.put(`${tables}/${empty}`, { ...withColumns(after), name: 'Empty' })).status).toBe(200);
    },
  );

  test('with rows they are deleted only by force, and the rows with them', async () => {
    const org = localOrg();
    const id = await org.create(tables, table);
    await org.post(`${tables}/${id}/rows`, { key: 'x' });

    expect((await org.delete(`${tables}/${id}`)).status).toBe(409);
    expect((await org.delete(`${tables}/${id}?force=true`)).status).toBe(204);
    expect(org.org.all('datatableRow')).toEqual([]);
  });
});

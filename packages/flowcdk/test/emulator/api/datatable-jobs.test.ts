import { NoCsv, readCsv, writeCsv } from '../../../src/emulator/api/csv';
import { entitiesOf, localOrg } from '../private/local-org';
import { tableSchema } from './private/inhabited';

const tables = '/api/v2/flows/datatables';

async function withShops() {
  const org = localOrg();
  const id = await org.create(tables, { name: 'Shops', schema: tableSchema });
  await org.post(`${tables}/${id}/rows`, { key: 'paris', open: true });
  const rows = async () => entitiesOf(await org.get(`${tables}/${id}/rows?showbrief=false`));
  const imported = async (importMode: string, csv: string) => {
    const job = (await org.post(`${tables}/${id}/import/csv/jobs`, { importMode })).body as Record<string, string>;
    await org.send('PUT', new URL(job['uploadURI'] ?? '').pathname, csv, {});
    return (await org.get(`${tables}/${id}/import/jobs/${job['id']}`)).body;
  };
  return { org, id, rows, imported };
}

describe('an import', () => {
  test('waits for its file', async () => {
    const { org, id } = await withShops();

    expect((await org.post(`${tables}/${id}/import/jobs`, { importMode: 'Append' })).body).toMatchObject({
      status: 'WaitingForUpload',
      importMode: 'Append',
      uploadURI: expect.stringMatching(/^http:\/\/.*\/flowcdk\/datatables\//) as string,
    });
  });

  test('adds rows and changes those that are there; empty fields have the defaults of their columns', async () => {
    const { rows, imported } = await withShops();

    expect(await imported('Append', 'key,open\r\nrome,TRUE\nparis,\n')).toMatchObject({
      status: 'Succeeded',
      countRecordsUpdated: 2,
      countRecordsDeleted: 0,
    });
    expect(await rows()).toEqual([
      { key: 'paris', open: false },
      { key: 'rome', open: true },
    ]);
  });

  test('or replaces all rows', async () => {
    const { rows, imported } = await withShops();

    expect(await imported('ReplaceAll', 'key\nrome\n')).toMatchObject({ countRecordsDeleted: 1 });
    expect(await rows()).toEqual([{ key: 'rome', open: false }]);
  });

  test.each([
    ['key,open\nrome,maybe\n', "line 2: open is 'maybe'; expected a boolean"],
    ['key,city\nrome,x\n', "line 2: the table 'Shops' has no column 'city'"],
    ['key,open\n,true\n', 'line 2: key is missing; expected a text'],
    ['open\ntrue\n', "line 1: the first line has the names of the columns; 'key' is missing"],
    ['', "line 1: the first line has the names of the columns; 'key' is missing"],
    ['key\n"rome\n', 'line 2: a quote stands inside of a field, or is never closed'],
  ])('of a wrong file changes nothing: %j', async (csv, message) => {
    const { rows, imported } = await withShops();

    expect(await imported('ReplaceAll', csv)).toMatchObject({ status: 'Failed', errorInformation: { message } });
    expect(await rows()).toEqual([{ key: 'paris', open: true }]);
  });

  test('that comes twice happens once', async () => {
    const { org, id, rows } = await withShops();
    const job = (await org.post(`${tables}/${id}/import/jobs`, { importMode: 'Append' })).body as Record<
      string,
      string
    >;
    const path = new URL(job['uploadURI'] ?? '').pathname;
    await org.send('PUT', path, 'key\nrome\n', {});

    expect((await org.send('PUT', path, 'key\nnice\n', {})).status).toBe(200);
    expect((await rows()).map(({ key }) => key)).toEqual(['paris', 'rome']);
  });
});

test('an export gives what an import takes', async () => {
  const { org, id, imported, rows } = await withShops();
  await imported('Append', 'key,open\n"rome, ""the eternal""",true\n');
  const before = await rows();
  const job = (await org.post(`${tables}/${id}/export/jobs`)).body as Record<string, string>;

  const csv = String((await org.send('GET', new URL(job['downloadURI'] ?? '').pathname, undefined, {})).body);

  expect(job).toMatchObject({ status: 'Succeeded', countRecordsProcessed: 2 });
  expect(csv).toBe('key,open\r\nparis,true\r\n"rome, ""the eternal""",true\r\n');
  await imported('ReplaceAll', csv);
  expect(await rows()).toEqual(before);
});

test('jobs go with their table', async () => {
  const { org, id } = await withShops();
  await org.post(`${tables}/${id}/export/jobs`);

  await org.delete(`${tables}/${id}?force=true`);

  expect(org.org.all('datatableJob')).toEqual([]);
});

describe('CSV', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\r\n', [['a', 'b']]],
    ['a,\n', [['a', '']]],
    [',', [['', '']]],
    ['"a\nb","c""d"\n', [['a\nb', 'c"d']]],
    ['\uFEFFa\n\nb\n', [['a'], ['b']]],
    ['', []],
  ])('%j ⇒ %j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  test.each(['a"b', '"a', '"a"b'])('what is none is refused: %j', (text) => {
    expect(() => readCsv(text)).toThrow(NoCsv);
  });

  test('is read as it is written', () => {
    const rows = [
      ['a', 'b,c', 'd"e', 'f\r\ng'],
      ['1', '', ' ', 'x'],
    ];

    expect(readCsv(writeCsv(rows))).toEqual(rows);
  });
});

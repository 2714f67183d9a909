import { addSeed } from '../../../../src/emulator/seed';
import { localOrg } from '../../private/local-org';

const priority = {
  name: 'Priority',
  columns: { inputs: ['segment'], outputs: ['queue'] },
  rows: [{ inputs: ['Gold'], outputs: ['VIP'] }],
};

test('a decision table is one body, with its columns and rows', async () => {
  const org = localOrg();
  const { body } = await org.post('/flowcdk/decisiontables', priority);

  expect(body).toMatchObject(priority);
  expect(await org.get('/flowcdk/decisiontables?name=Priority')).toMatchObject({ body: { entities: [priority] } });
});

test('a condition has a comparator that the cloud knows', async () => {
  const org = localOrg();
  const columns = { inputs: ['segment Resembles'], outputs: ['queue'] };

  expect(await org.post('/flowcdk/decisiontables', { ...priority, columns })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("'amount GreaterThan'") as string },
  });
});

test('a seed holds decision tables', () => {
  const { org } = localOrg();
  addSeed(org, JSON.stringify({ decisionTables: [priority] }), 'seed.json');

  expect(org.all('decisionTable')).toMatchObject([priority]);
});

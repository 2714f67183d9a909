import { reportText } from '../src/cli/report';
import type { QualityReport } from '../src/report/quality';
import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

async function busyDay(): Promise<QualityReport> {
  await scene.pair(ids.otherCustomer);
  await scene.pair(ids.customer);
  await scene.post(result, key('paired'));
  const other = { ...result, conversationId: 'unpaired', mediaType: 'email' };
  await scene.post(other, 'unpaired/p/s');
  await scene.post({ ...other, direction: 'UNKNOWN' }, 'unknown/p/s');
  await scene.post({ ...result, eventTime: '2026-11-20T11:59:00Z' }, key('skewed'));
  await scene.work();
  return (await scene.ask('reader', 'GET', '/reports/quality')).body as QualityReport;
}

test('the known limitations are figures', async () => {
  expect(await busyDay()).toEqual({
    from: '2026-10-22T12:00:00.001Z',
    to: '2026-11-21T12:00:00.001Z',
    results: 4,
    records: 3,
    withoutCustomer: { count: 1, byChannel: { EMAIL: 1, VOICE: 0 } },
    replacedPairings: [{ interactionId: ids.conversation, customers: [ids.otherCustomer, ids.customer] }],
    parked: { count: 1, byReason: { 'direction "UNKNOWN" is unknown: inbound and outbound are allowed': 1 } },
    reconciled: 0,
    delay: { p50: 60, p95: 86_460, p99: 86_460, most: 86_460 },
    skewed: 1,
  });
});

test('they are a page of text', async () => {
  expect(reportText(await busyDay())).toContain('1 (33.3 %) without a customer');
});

test('without results there is no delay', async () => {
  const report = (await scene.ask('reader', 'GET', '/reports/quality')).body as QualityReport;

  expect(report).toMatchObject({ results: 0, records: 0, delay: null });
});

test('metrics tell how long the oldest work is overdue', async () => {
  await scene.post(result, key());
  scene.wait(90_000);

  expect((await scene.ask('reader', 'GET', '/metrics')).body).toContain('back_office_oldest_due_seconds 90');
});

test('metrics are those of Prometheus', async () => {
  await busyDay();
  const { body } = await scene.ask('reader', 'GET', '/metrics');

  expect(body).toContain('back_office_work{state="done"} 3');
  expect(body).toContain('back_office_work{state="parked"} 1');
  expect(body).toContain('back_office_oldest_due_seconds 0');
});

import { serveBoard, type Served } from '../../../../applications/wallboard/src/server';
import { watch, type Watch } from '../../../../applications/wallboard/src/watch';
import { seconds } from '../../src/architect/types';
import { notificationsOf } from '../../src/emulator/notifications/notifications';
import type { LocalOrg } from '../../src/testing';
import { lineToSupport } from '../../../../applications/wallboard/test/private/line';
import { seriousViolations, TestBrowser } from './private/browser';

jest.setTimeout(120_000);

const browser = new TestBrowser();
let org: LocalOrg;
let board: Watch;
let served: Served;
beforeAll(async () => {
  await browser.start();
  org = await lineToSupport(20);
  board = await watch(org.forListener);
  served = await serveBoard(board, { port: 0 });
});
afterAll(async () => {
  await browser.stop();
  await served.stop();
  await board.stop();
});

test('a call appears within a second, moves when an agent answers; a cut socket shows and mends itself', async () => {
  const { page, complaints } = await browser.visit(served.url, new RegExp(`^(${served.url}/|data:)`));
  await page.locator('#status', { hasText: 'live' }).waitFor();
  const calls = page.locator('#calls tr');
  expect(await calls.count()).toBe(0);

  org.call({ from: '+33142685300', flow: 'Line' });
  const placed = Date.now();
  await org.waits(seconds(1));
  await calls.first().waitFor({ timeout: 1000 });
  expect(Date.now() - placed).toBeLessThan(1000);
  expect(await calls.first().textContent()).toContain('Support…5300');
  expect(await seriousViolations(page)).toEqual([]);

  await org.waits(seconds(25));
  await page.locator('#agents tr', { hasText: 'INTERACTING' }).first().waitFor({ timeout: 1000 });
  expect(await calls.count()).toBe(0);

  // New channels are refused for a while, so that the cut lasts.
  notificationsOf(org.runtime).faults = { throttled: 2 };
  org.strikeSockets('cut');
  await page.locator('#status', { hasText: /^stale since \d/ }).waitFor({ timeout: 1000 });
  await org.waits(seconds(300));
  await page.locator('#status', { hasText: 'live' }).waitFor({ timeout: 1000 });
  expect(complaints).toEqual([]);
});

test('a page whose server is gone says since when', async () => {
  const { page } = await browser.visit(served.url, /./);
  await page.locator('#status', { hasText: 'live' }).waitFor();
  await served.stop();

  await page.locator('#status', { hasText: /^stale since \d/ }).waitFor({ timeout: 2000 });
});

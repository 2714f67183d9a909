import type { LoggedEvent } from '../../src/emulator/runtime/events';
import { runModel, runPage } from '../../src/inspect/run';
import { inspected, reception } from '../inspect/private/flows';
import { seriousViolations, TestBrowser } from './private/browser';

jest.setTimeout(180_000);

const line = { executionId: 'r1', flow: 'Reception', conversationId: 'call' };

/** So many events of a call: actions, variables and participant data in turn. */
function manyEvents(count: number): readonly LoggedEvent[] {
  const events: object[] = [
    { at: 0, type: 'call.offered', conversationId: 'call', from: '+33<b>', to: '+44' },
    { at: 0, type: 'flow.started', ...line, kind: 'inboundCall', version: '1.0' },
  ];
  for (let n = events.length; n < count; n += 1) {
    const at = n * 10;
    const index = 1 + (n % 11);
    if (n % 4 === 0) events.push({ at, type: 'action.started', ...line, action: `Action ${index}`, kind: 'x', index });
    else if (n % 4 === 1) events.push({ at, type: 'variable.set', ...line, variable: `Flow.v${n % 50}`, value: n });
    else if (n % 4 === 2)
      events.push({
        at,
        type: 'attributes.written',
        conversationId: 'call',
        participantId: 'p',
        attributes: { [`a${n % 20}`]: String(n) },
        by: 'Reception',
      });
    else
      events.push({
        at,
        type: 'attributes.visible',
        conversationId: 'call',
        participantId: 'p',
        attributes: { [`a${(n - 1) % 20}`]: String(n - 1) },
      });
  }
  return events.map((event, i) => ({ number: i + 1, ...event })) as unknown as readonly LoggedEvent[];
}

const browser = new TestBrowser();
beforeAll(async () => {
  await browser.start();
  const { file } = inspected(reception);
  browser.write(
    new Map([
      ['short.html', await runPage(runModel(manyEvents(40), 'A call'), [file])],
      ['long.html', await runPage(runModel(manyEvents(10_000), 'A long call'), [file])],
    ]),
  );
});
afterAll(() => browser.stop());

test('a step shows its event, the variables and the participant data of that moment', async () => {
  const { page, complaints } = await browser.open('short.html', '#step-6');
  const now = () => page.locator('#now').textContent();

  expect(await now()).toContain('written: a6 = 6');
  expect(await now()).toContain('Flow.v5');
  await page.locator('#forward').click();
  expect(await page.locator('#position').textContent()).toBe('step 8 of 40');
  expect(await now()).toContain('visible: a6 = 6');
  await page.locator('#back').click();
  await page.locator('#back').click();
  expect(await now()).toContain('Flow.v5 = 5');
  expect(await now()).not.toContain('a6');
  expect(complaints).toEqual([]);
});

test('the action of a step lights up in its diagram, and leads to the next step in which it ran', async () => {
  const { page } = await browser.open('short.html', '#step-4');
  const lit = page.locator('.diagram .lit');

  expect(await lit.getAttribute('data-id')).toBe('a5');
  await page.locator('.flow-diagram [data-id="a9"]').dispatchEvent('click');
  expect(await page.locator('#now h2').textContent()).toBe('Action 9');
  expect(await lit.getAttribute('data-id')).toBe('a9');
});

test('the arrow keys step, and the list says where it is', async () => {
  const { page } = await browser.open('short.html');
  await page.locator('.rows').focus();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowDown');

  expect(await page.locator('#position').textContent()).toBe('step 4 of 40');
  expect(await page.locator('.row.now').getAttribute('aria-posinset')).toBe('4');
});

test('axe-core finds no serious violation', async () => {
  const { page } = await browser.open('short.html', '#step-8');

  expect(await seriousViolations(page)).toEqual([]);
});

test('ten thousand events: the page is usable within two seconds, a step shows within 100 ms', async () => {
  const { page } = await browser.open('long.html');
  const usable = await page.evaluate('performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd');
  const step = (await page.evaluate(`(() => {
    const times = [];
    for (const index of [9999, 5000, 42, 9000]) {
      const from = performance.now();
      go(index);
      document.querySelector('.row.now').getBoundingClientRect();
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[1];
  })()`)) as number;

  expect(await page.locator('#position').textContent()).toMatch(/^step 9001 of /);
  expect(await page.locator('.row').count()).toBeLessThan(100);
  expect(usable).toBeLessThan(2000);
  expect(step).toBeLessThan(100);
});

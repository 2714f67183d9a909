import { readFile } from '../../src/check/project';
import { sitePages } from '../../src/inspect/site/site';
import { resourcesIn } from '../../src/inspect/stacks/stack-model';
import { workshop } from '../inspect/private/workshop';
import { seriousViolations, TestBrowser } from './private/browser';

jest.setTimeout(180_000);

const browser = new TestBrowser();
beforeAll(async () => {
  await browser.start();
  const resources = resourcesIn([workshop]);
  const files = resources.flatMap(({ flow }) => (flow ? [readFile(flow.file, flow.text)] : []));
  browser.write(await sitePages({ title: 'Workshop', files, resources, findings: [] }));
});
afterAll(() => browser.stop());

test('the overview has a part for the business and one for engineers', async () => {
  const { page, complaints } = await browser.open('index.html');

  expect(await page.locator('#business').isVisible()).toBe(true);
  expect(await page.locator('#engineers').isVisible()).toBe(false);
  await page.locator('[data-tab="engineers"]').click();
  await expect(page.locator('#engineers').waitFor()).resolves.toBeUndefined();
  await page.locator('#engineers a[href="flow-reception.html"]').first().click();
  expect(await page.textContent('h1')).toBe('Reception');
  expect(complaints).toEqual([]);
});

test.each(['index.html', 'index.html#engineers', 'data-action-find-repair.html', 'trigger-call-finished.html'])(
  'axe-core finds no serious violation in %s, which has nothing to complain of',
  async (address) => {
    const [file = '', hash] = address.split('#');
    const { page, complaints } = await browser.open(file, hash === undefined ? '' : `#${hash}`);

    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

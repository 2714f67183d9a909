import { ADA, patientCall, shipped } from '../../../../test/private/calls';
import { customer } from '../../../../src/story/customer-databases';
import { readFile } from '../../src/check/project';
import { flowPage } from '../../src/inspect/html/flow-page';
import { flowsOfOrg, runModel, runPage } from '../../src/inspect/run';
import { fetchedRun } from '../../src/inspect/run/fetched-run';
import { sitePages } from '../../src/inspect/site/site';
import { resourcesIn } from '../../src/inspect/stacks/stack-model';
import { inspected } from '../inspect/private/flows';
import { hostileFlow, hostileWorkshop, mark } from '../inspect/private/hostile';
import { type OpenPage, TestBrowser } from './private/browser';

/*
 * Texts that would run in a page, from everywhere: from YAML, from Terraform, from the answers of services, and from an
 * org that a run is fetched from.
 */

jest.setTimeout(180_000);

const browser = new TestBrowser();
/** The files of the application. */
let files: readonly string[] = [];
beforeAll(async () => {
  await browser.start();
  const flow = inspected(hostileFlow);
  const resources = resourcesIn([hostileWorkshop]);
  const flows = resources.flatMap((resource) =>
    resource.flow ? [readFile(resource.flow.file, resource.flow.text)] : [],
  );
  const finding = { rule: mark, severity: 'error', message: mark, help: mark, path: mark } as const;
  const site = await sitePages({ title: mark, files: flows, resources, findings: [finding] });
  files = [...site.keys()];
  browser.write(
    new Map([...site, ['flow.html', await flowPage(flow.file, flow.model)], ['call.html', await callPage()]]),
  );
  const fetched = fetchedRun({
    flowName: mark,
    executionId: mark,
    execution: [{ dateTime: '2026-01-05T10:00:00.000Z', [mark]: { actionName: mark, output: mark } }],
    errors: [{ message: mark }],
  });
  browser.write(new Map([['fetched.html', await runPage(fetched, [flow.file])]]));
});
afterAll(() => browser.stop());

/** A call of somebody whose name in the database is such a text. It becomes a variable and participant data. */
async function callPage(): Promise<string> {
  const org = await shipped({ alpha: customer(mark) });
  const call = await patientCall(org, { from: ADA });
  await call.end();
  return runPage(runModel(call.events, mark), flowsOfOrg(org.runtime.org));
}

/** Nothing of a text has become an element, and nothing has run. */
async function expectHarmless({ page, complaints }: OpenPage, scripts = 1): Promise<void> {
  expect(await page.locator('img, iframe, object, [onload], [onerror]').count()).toBe(0);
  expect(await page.locator('body script:not([type="application/json"])').count()).toBe(scripts);
  expect(complaints).toEqual([]);
}

test('a flow: names, settings, expressions, unknown actions', async () => {
  const opened = await browser.open('flow.html', '#a3');
  const { page } = opened;

  expect(await page.textContent('h1')).toBe(mark);
  expect(await page.locator('.detail.shown h3').textContent()).toBe(mark);
  for (const tab of ['outline', 'variables', 'findings', 'settings', 'yaml']) {
    await page.locator(`[data-tab="${tab}"]`).click();
    await expectHarmless(opened);
  }
});

test.each([
  ['index.html', 1],
  ['index.html#engineers', 1],
  ['data-action', 0],
  ['trigger', 0],
])('an application: %s', async (address, scripts) => {
  const [prefix = '', hash] = address.split('#');
  const file = files.find((name) => name.startsWith(prefix)) ?? '';
  const opened = await browser.open(file, hash === undefined ? '' : `#${hash}`);

  expect(await opened.page.textContent('body')).toContain(mark);
  await expectHarmless(opened, scripts);
});

test('the timeline of a call: what a service answered, step by step', async () => {
  const opened = await browser.open('call.html');
  const { page } = opened;
  // Every step is shown once, and the text of all of them is kept.
  const texts = (await page.evaluate(`run.steps.map((_, i) => (go(i), byId('now').textContent))`)) as readonly string[];

  expect(texts.filter((text) => text.includes(`identification.customerName${mark}`)).length).toBeGreaterThan(3);
  expect(texts.some((text) => text.includes(`Flow.fullName${mark}`))).toBe(true);
  expect(texts.some((text) => text.includes(JSON.stringify(mark).slice(1, -1)))).toBe(true);
  await expectHarmless(opened);
});

test('a run that an org gave', async () => {
  const opened = await browser.open('fetched.html', '#step-1');

  expect(await opened.page.locator('#now h2').textContent()).toBe(mark);
  await expectHarmless(opened);
});

import { chance } from 'flowcdk/testing';
import { buildServices, serve } from 'flowcdk/testing/services';
import { serviceKinds } from '../../../../src/story/service-kinds';
import { ADA, patientCall } from '../../../../test/private/calls';
import { seriousViolations, TestBrowser } from '../../../flowcdk/test/browser/private/browser';
import { ids, key, result, Scene } from '../private/scene';
import { shippedOrg } from '../private/shipped-org';

const scene = Scene.forTests({
  customerLookups: [
    { dataAction: 'Find customer in Alpha' },
    { dataAction: 'Find customer in Beta', numbers: { countryCode: '33', trunkPrefix: '0' } },
    { dataAction: 'Find customer in Gamma', numbers: 'digits' },
  ],
});
jest.setTimeout(120_000);

const browser = new TestBrowser();
let url = '';
beforeAll(async () => {
  await browser.start();
  url = await scene.office.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => browser.stop());

/** Opens an address of the back office and signs in: the key is typed once. */
async function signedIn(path: string, role: 'front-end' | 'reader') {
  const opened = await browser.visit(`${url}${path}`, new RegExp(`^${url}/`));
  await opened.page.getByLabel('Key').fill(await scene.office.keys.add(role, 'test'));
  await opened.page.getByRole('button', { name: 'Sign in' }).click();
  return opened;
}

/** What the agent does with the call. Milliseconds. */
const agent = { answersAfter: 10_000, talksFor: 30_000, wrapsUpIn: 10_000, wrapUp: 'Order taken or changed' };

const interaction = `/agents/interactions/${ids.conversation}`;

test('a call, paired in the browser while it goes on, becomes a record with all of its names', async () => {
  const { alpha } = buildServices(
    { services: { alpha: { kind: 'database', customers: [{ number: ADA, id: ids.customer, name: 'Ada Lambert' }] } } },
    serviceKinds,
  );
  if (!alpha) throw new Error('There is no Alpha.');
  const database = await serve(alpha, chance('alpha'));
  try {
    const org = await shippedOrg(scene, url, { alphaUrl: database.url });
    const call = await patientCall(org);
    org.runtime.acd.behaviours.set(call.conversationId, agent);
    const { inputs } = await call.until('a screen pop', 'agent.screenPop');
    const { page, complaints } = await signedIn(
      `/agents/interactions/${String(inputs['conversationId'])}`,
      'front-end',
    );
    expect(await page.getByText('No customer is paired yet.').isVisible()).toBe(true);

    await page.getByLabel('Telephone number').fill('+33 1 42 68 53 00');
    await page.getByRole('button', { name: 'Find' }).click();
    expect(await page.getByText('the data action Find customer in Beta').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Pair with Ada Lambert' }).click();
    expect(await page.getByRole('status').textContent()).toBe(`Paired with the customer ${ids.customer}.`);
    expect(complaints).toEqual([]);

    await call.end();
    await scene.work();
    expect(await scene.records()).toMatchObject([
      {
        interactionId: call.conversationId,
        customerId: ids.customer,
        bankUserName: 'Agent 1',
        purpose: 'Order taken or changed',
      },
    ]);
  } finally {
    await database.close();
  }
});

test('a link on another site, as a screen pop is one, keeps who is signed in', async () => {
  const { page } = await signedIn(interaction, 'front-end');
  // For a browser these are two sites, so it is a way from elsewhere.
  const elsewhere = url.replace('127.0.0.1', 'localhost');
  await page.goto(`${elsewhere}/agents/sign-in`);
  await page.evaluate(`location.href = ${JSON.stringify(url + interaction)}`);
  await page.waitForURL(`${url}${interaction}`);

  expect(await page.getByRole('heading').textContent()).toBe('Interaction');
});

test('no script of the page can read the cookie', async () => {
  const { page } = await signedIn(interaction, 'front-end');

  expect(await page.context().cookies()).toMatchObject([{ name: 'back_office_session', httpOnly: true }]);
  expect(await page.evaluate('document.cookie')).toBe('');
});

test('what was posted is shown as it is, and does nothing', async () => {
  const mark = `<img src=x onerror=alert(1)><script>alert(2)</script>"'&`;
  await scene.post({ ...result, direction: mark.slice(0, 40) }, key());
  await scene.work();
  const { page, complaints } = await signedIn('/quality', 'reader');

  expect(await page.getByText(`direction "${mark.slice(0, 40)}" is unknown`).isVisible()).toBe(true);
  expect(await page.locator('img, script').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a manager reads the figures', async () => {
  await scene.pair(ids.otherCustomer);
  await scene.pair(ids.customer);
  await scene.post(result, key());
  await scene.post({ ...result, conversationId: 'unpaired', mediaType: 'email' }, 'unpaired/p/s');
  await scene.work();
  const { page } = await signedIn('/quality', 'reader');
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

  expect(await row('Records').textContent()).toContain('2');
  expect(await row('Without a customer').textContent()).toContain('1 (50.0 %)');
  expect(await row(ids.conversation).textContent()).toContain(`${ids.otherCustomer}, ${ids.customer}`);
});

test('axe-core finds no serious violation on any page', async () => {
  scene.genesys.customers = { 'Find customer in Alpha': { customerId: ids.customer, fullName: 'Ada Lambert' } };
  scene.genesys.failing = 'Find customer in Beta';
  await scene.pair(ids.customer);
  await scene.post(result, key());
  await scene.work();
  const { page } = await browser.visit(`${url}/agents/sign-in`, /./);
  expect(await seriousViolations(page)).toEqual([]);

  const agents = await signedIn('/agents', 'front-end');
  expect(await seriousViolations(agents.page)).toEqual([]);
  await agents.page.goto(`${url}${interaction}?number=${encodeURIComponent(ADA)}`);
  expect(await agents.page.getByRole('button', { name: 'Pair with Ada Lambert' }).count()).toBe(1);
  expect(await seriousViolations(agents.page)).toEqual([]);

  const quality = await signedIn('/quality', 'reader');
  expect(await seriousViolations(quality.page)).toEqual([]);
});

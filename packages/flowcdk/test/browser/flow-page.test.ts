import { readFile } from '../../src/check/project';
import { flowPage } from '../../src/inspect/html/flow-page';
import { inspected, reception } from '../inspect/private/flows';
import { seriousViolations, TestBrowser } from './private/browser';

jest.setTimeout(120_000);

const browser = new TestBrowser();
beforeAll(async () => {
  await browser.start();
  const { file, model } = inspected(reception);
  browser.write(new Map([['reception.html', await flowPage(file, model)]]));
});
afterAll(() => browser.stop());

test('the page makes no request and has nothing to complain of', async () => {
  const { page, complaints } = await browser.open('reception.html');

  expect(await page.textContent('h1')).toBe('Reception');
  expect(await page.locator('.diagram a.action').count()).toBe(13);
  expect(complaints).toEqual([]);
});

test('a click on an action shows its settings and its YAML', async () => {
  const { page, complaints } = await browser.open('reception.html');
  await page.locator('#fit').click();
  await page.locator('.diagram [data-id="a5"]').click();

  expect(await page.locator('.detail.shown h3').textContent()).toBe('Is it ready?');
  expect(await page.locator('.detail.shown').textContent()).toContain('5 seconds');
  expect(await page.locator('.detail.shown .excerpt').textContent()).toContain('Find repair:');
  expect(complaints).toEqual([]);
});

test('an address leads to an action', async () => {
  const { page } = await browser.open('reception.html', '#a11');

  expect(await page.locator('.detail.shown h3').textContent()).toBe('Good bye');
  expect(await page.locator('.diagram .chosen').count()).toBe(1);
});

test('the search looks into settings; Enter goes from one to the next', async () => {
  const { page } = await browser.open('reception.html');
  await page.keyboard.press('/');
  await page.keyboard.type('Flow.isReady');

  expect(await page.locator('#matches').textContent()).toBe('2 found');
  await page.keyboard.press('Enter');
  expect(await page.locator('.detail.shown h3').textContent()).toBe('Is it ready?');
  await page.keyboard.press('Enter');
  expect(await page.locator('.detail.shown h3').textContent()).toBe('Ready?');
});

test('the arrow keys lead from action to action', async () => {
  const { page } = await browser.open('reception.html', '#a5');
  await page.locator('.diagram [data-id="a5"]').focus();
  await page.keyboard.press('ArrowDown');

  expect(await page.locator('.detail.shown').count()).toBe(1);
  expect(await page.locator('.detail.shown h3').textContent()).not.toBe('Is it ready?');
});

test('containers close and open; each form has a layout of its own', async () => {
  const { page } = await browser.open('reception.html');
  const widthOfMenu = async () => (await page.locator('[data-container="c1"]').boundingBox())?.height ?? 0;
  const open = await widthOfMenu();
  await page.selectOption('#form', 'closed');

  expect(await page.locator('[data-container="c2"] .wide').isVisible()).toBe(false);
  expect(await widthOfMenu()).toBeLessThan(open);

  await page.locator('[data-container="c2"] .shut').click();
  expect(await page.locator('[data-container="c2"] .wide').isVisible()).toBe(true);
  expect(await page.locator('[data-container="c1"] .wide').isVisible()).toBe(false);
  expect(await page.inputValue('#form')).toBe('c2');
});

test('an action in a closed container opens it', async () => {
  const { page } = await browser.open('reception.html');
  await page.selectOption('#form', 'closed');
  await page.locator('[data-tab="outline"]').click();
  await page.locator('#outline a[href="#a5"]').click();

  await expect(page.locator('.diagram [data-id="a5"]').waitFor()).resolves.toBeUndefined();
});

test('a loop hides its content where it stands', async () => {
  const { page } = await browser.open('reception.html');
  await page.locator('#fit').click();
  const loop = page.locator('.around.loop');
  const before = await loop.boundingBox();
  await loop.locator('.fold').click();

  expect(await page.locator('.diagram [data-id="a3"]').isVisible()).toBe(false);
  expect(await loop.boundingBox()).toEqual(before);
  await page.goto(`${page.url()}#a3`);
  await expect(page.locator('.diagram [data-id="a3"]').waitFor()).resolves.toBeUndefined();
});

test('the diagram zooms and moves by keys', async () => {
  const { page } = await browser.open('reception.html');
  const view = () => page.locator('svg.diagram').getAttribute('viewBox');
  const before = await view();
  await page.locator('.canvas').focus();
  await page.keyboard.press('+');
  const zoomed = await view();
  await page.keyboard.press('ArrowRight');

  expect(zoomed).not.toBe(before);
  expect(await view()).not.toBe(zoomed);
});

test('axe-core finds no serious violation on any tab', async () => {
  const { page } = await browser.open('reception.html', '#a5');

  expect(await seriousViolations(page)).toEqual([]);
  for (const tab of ['outline', 'variables', 'findings', 'settings', 'yaml']) {
    await page.locator(`[data-tab="${tab}"]`).click();
    expect(await seriousViolations(page)).toEqual([]);
  }
});

test('without a script everything is there to read', async () => {
  const text = await flowPage(readFile('x.yaml', reception), inspected(reception).model);
  browser.write(new Map([['plain.html', text.replace(/<script>[\s\S]*<\/script>/, '')]]));
  const { page } = await browser.open('plain.html');

  expect(await page.locator('.detail').first().isVisible()).toBe(true);
  expect(await page.locator('#outline').isVisible()).toBe(true);
});

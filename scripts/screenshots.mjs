// Photographs pages of the application in the box for README and docs: docs/images/*.png.
//
//   npm run screenshots
//   npm run screenshots -- timeline     only those whose name has this in it
//
// Needs Chromium. The pages are the same every time; how letters look depends on the fonts of the machine.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium as browserType } from 'playwright-core';
import { chromium } from './chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const images = join(root, 'docs/images');
/** Bytes of a picture. */
const MOST = 150_000;

/** What is photographed: the page, what is done in it first, and its size in pixels. */
const pictures = [
  { name: 'overview', page: 'index.html' },
  { name: 'flow', page: 'flow-support-line.html#a6' },
  { name: 'engineers', page: 'index.html#engineers' },
  {
    name: 'data-action',
    page: 'data-action-find-customer-in-beta.html',
    act: `document.querySelectorAll('h2')[1].scrollIntoView()`,
  },
  {
    name: 'timeline',
    page: 'call.html',
    act: `go(run.steps.findLastIndex(({ content }) => content?.dataAction === 'Find customer in Gamma'))`,
    width: 1200,
    height: 640,
  },
];

if (chromium === undefined) {
  console.error(
    'Screenshots: not made, as there is no Chromium (install the package chromium, or set FLOWCDK_CHROMIUM).',
  );
  process.exit(1);
}
const [wanted = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'flowcdk-screenshots-'));
const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const flowcdk = (...args) =>
    execFileSync(process.execPath, [join(root, 'packages/flowcdk/bin/flowcdk.cjs'), ...args], { cwd: root });
  flowcdk('inspect', '--out', folder);
  flowcdk('call', '--press', '1,2', '--page', join(folder, 'call.html'));
  mkdirSync(images, { recursive: true });
  for (const picture of pictures.filter(({ name }) => name.includes(wanted))) await photograph(picture);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function photograph({ name, page: address, act, width = 1280, height = 800 }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
  const [file, hash] = address.split('#');
  await page.goto(`${pathToFileURL(join(folder, file)).href}${hash === undefined ? '' : `#${hash}`}`);
  if (act !== undefined) await page.evaluate(act);
  // A list that has moved draws its rows in the next frame.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const path = join(images, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  await page.close();
  const { size } = statSync(path);
  console.log(`${path.slice(root.length + 1)}  ${Math.round(size / 1000)} kB`);
  if (size <= MOST) return;
  console.error(`${name}.png has ${size} bytes; at most ${MOST} may be in the repository.`);
  process.exitCode = 1;
}

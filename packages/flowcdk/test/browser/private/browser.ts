import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A page in a browser, with everything that it did beside showing itself. */
export interface OpenPage {
  readonly page: Page;
  /** Errors in the console, exceptions, and requests that left the page. */
  readonly complaints: readonly string[];
}

/** A browser for the tests of a file, with a folder for pages. */
export class TestBrowser {
  #browser: Browser | undefined;
  #page: Page | undefined;
  readonly folder = mkdtempSync(join(tmpdir(), 'flowcdk-browser-'));

  async start(): Promise<void> {
    const executablePath = process.env['FLOWCDK_CHROMIUM'];
    if (executablePath === undefined) throw new Error('these tests are for `npm run test:browser`');
    this.#browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes pages into the folder. */
  write(pages: ReadonlyMap<string, string>): void {
    for (const [file, text] of pages) writeFileSync(join(this.folder, file), text);
  }

  /** Opens a page of the folder. The page before it closes. */
  open(file: string, hash = ''): Promise<OpenPage> {
    return this.visit(`${pathToFileURL(join(this.folder, file)).href}${hash}`, /^(file|data):/);
  }

  /**
   * Opens the page of an address. The page before it closes, and its cookies are gone.
   *
   * @param allowed addresses that the page may ask without a complaint
   */
  async visit(address: string, allowed: RegExp): Promise<OpenPage> {
    if (!this.#browser) throw new Error('the browser has not started');
    await this.#page?.close();
    const page = (this.#page = await this.#browser.newPage({ viewport: { width: 1280, height: 800 } }));
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (problem) => complaints.push(problem.message));
    page.on('request', (request) => {
      if (!allowed.test(request.url())) complaints.push(`request to ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address);
    return { page, complaints };
  }
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The serious violations that axe-core finds in a page, each with the element. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  // The policy of the page allows no other script, so this one comes by way of the debugger.
  await page.evaluate(axe);
  const violations = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as readonly Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
}

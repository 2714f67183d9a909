import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pageOf } from '../../src/cli/run-page';
import { flowcdk, projectFolder } from './private/run';

const project = projectFolder();
const { isTTY } = process.stdout;
afterAll(project.remove);
afterEach(() => {
  process.stdout.isTTY = isTTY;
});

describe('the page of a run', () => {
  test.each([
    ['is what --page names', true, { page: 'call.html' }, { page: 'call.html' }],
    ['is nothing for a program that reads JSON', true, { json: true }, {}],
    ['is nothing in a pipe', false, {}, {}],
  ])('%s', (_, terminal, options, page) => {
    process.stdout.isTTY = terminal;

    expect(pageOf(options)).toEqual(page);
  });

  test('is linked at the end of a call on a terminal', async () => {
    process.stdout.isTTY = true;
    const { code, out } = await flowcdk(['call', '--press', '1,2'], { cwd: project.folder });
    const file = /The timeline as a page: (.+\.html)/.exec(out)?.[1] ?? '';

    expect(code).toBe(0);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('A call from');
    rmSync(dirname(file), { recursive: true });
  });
});

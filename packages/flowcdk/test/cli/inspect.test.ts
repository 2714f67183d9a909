import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reception } from '../inspect/private/flows';
import { flowcdk, projectFolder } from './private/run';

// The layout engine is a large program, and a busy machine takes its time to load it.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-inspect-test-'));
writeFileSync(join(folder, 'reception.yaml'), reception);
writeFileSync(join(folder, 'broken.yaml'), 'a: [');
const project = projectFolder();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});
const here = { cwd: folder };

test('flowcdk inspect FILE writes an overview and a page', async () => {
  const { code, out, err } = await flowcdk(['inspect', 'reception.yaml', '--out', 'pages'], here);

  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`2 pages. The first is ${join('pages', 'index.html')}\n`);
  expect(readFileSync(join(folder, 'pages/flow-reception.html'), 'utf8')).toContain('<h1>Reception</h1>');
});

test('a file that is no flow has a page, too: it shows the findings', async () => {
  const { code, out } = await flowcdk(['inspect', 'broken.yaml', '--out', 'other', '--json'], here);

  expect(code).toBe(0);
  expect((JSON.parse(out) as { pages: { file: string }[] }).pages.map(({ file }) => file)).toEqual([
    'index.html',
    'flow-broken-yaml.html',
  ]);
});

test('flowcdk inspect shows the application as it would be deployed', async () => {
  const { code, out, err } = await flowcdk(['inspect', '--out', 'pages'], { cwd: project.folder });

  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('13 pages');
  expect(existsSync(join(project.folder, 'pages/trigger-call-finished.html'))).toBe(true);
});

test.each(['mermaid', 'markdown', 'json', 'svg'])('--format %s prints one flow', async (format) => {
  const { code, out, err } = await flowcdk(['inspect', 'reception.yaml', '--format', format], here);

  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Ask three times');
});

test.each([
  [['inspect', 'nowhere.yaml'], 2, 'nowhere.yaml'],
  [['inspect', 'reception.yaml', 'broken.yaml', '--format', 'svg'], 2, 'name one file (here: 2 files)'],
  [['inspect', 'broken.yaml', '--format', 'svg'], 1, 'holds no flow that can be drawn'],
  [['inspect', 'reception.yaml', '--execution', 'x'], 2, '--execution and --org belong together'],
  [['inspect', '--execution', 'x', '--org', 'ftp://x'], 2, 'It has to be the address of an org'],
  [['inspect', '--execution', 'x', '--org', 'http://127.0.0.1:9'], 1, 'cannot be reached'],
  [['inspect', 'reception.yaml', '--coverage', 'reception.yaml'], 2, 'holds no flow coverage'],
  [['inspect', 'reception.yaml', '--out', 'reception.yaml'], 2, 'cannot be written to reception.yaml'],
])('%j is refused with exit code %d', async (args, exitCode, message) => {
  const { code, err } = await flowcdk(args, here);

  expect(err).toContain(message);
  expect(code).toBe(exitCode);
});

test('--coverage marks the ways that no test took', async () => {
  writeFileSync(join(folder, 'coverage.json'), JSON.stringify({ ways: {}, taken: { Reception: ['6'] } }));
  const { code } = await flowcdk(['inspect', 'reception.yaml', '--coverage', 'coverage.json', '--out', 'marked'], here);

  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'marked/flow-reception.html'), 'utf8')).toMatch(/class="action [^"]*missed"/);
});

test('flowcdk call --page writes the timeline with the diagrams of its flows', async () => {
  const { code, out } = await flowcdk(['call', '--press', '1,2', '--page', 'call.html'], { cwd: project.folder });
  const page = readFileSync(join(project.folder, 'call.html'), 'utf8');

  expect(code).toBe(0);
  expect(out).toContain('The timeline as a page: call.html');
  expect(page).toContain('data-flow="support-line"');
  expect(page).toContain('"variable":[');
});

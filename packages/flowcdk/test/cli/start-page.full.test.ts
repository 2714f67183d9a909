import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowcdk, projectFolder } from './private/run';

// The layout engine is a large program, and a busy machine takes its time to load it.
jest.setTimeout(120_000);

const project = projectFolder();
afterAll(project.remove);

test('flowcdk start --page writes the call of the story', async () => {
  const { code, out } = await flowcdk(['start', '--callers', '0', '--no-back-office', '--page', 'story.html'], {
    cwd: project.folder,
  });
  const page = readFileSync(join(project.folder, 'story.html'), 'utf8');

  expect(code).toBe(0);
  expect(out).toContain('The timeline as a page: story.html');
  expect(page).toContain('<h1>A call to the support line</h1>');
  expect(page).toContain('data-flow="identify-caller"');
});

import { readFile } from '../../../src/check/project';
import { placeDiagram } from '../../../src/inspect/diagram/layout';
import { sitePages } from '../../../src/inspect/site/site';
import { corpus, describeCorpus } from '../../private/corpus';
import { inspected } from '../private/flows';
import { geometryProblems } from '../private/geometry';
import { longFlow } from '../private/long-flow';

jest.setTimeout(300_000);

/** The page of the only flow in a file, and its overview. */
async function pagesOf(name: string, yaml: string): Promise<readonly [overview: string, page: string]> {
  const files = [readFile(name, yaml)];
  const [overview = '', page = ''] = (await sitePages({ title: name, files, resources: [], findings: [] })).values();
  return [overview, page];
}

test.each([
  [200, 1_000_000],
  [500, 4_000_000],
])('the page of %d actions has at most %d bytes', async (count, most) => {
  const [, page] = await pagesOf('long.yaml', longFlow(count));

  expect(page.match(/<a class="action /g)?.length).toBe(count);
  expect(Buffer.byteLength(page)).toBeLessThan(most);
});

test('500 actions in ten tasks are drawn, no box over another and no line through one', async () => {
  const { diagram, model } = inspected(longFlow(500));

  expect(model.containers).toHaveLength(10);
  expect(geometryProblems(await placeDiagram(diagram))).toEqual([]);
});

describeCorpus('every published flow has its page', () => {
  test.each([...corpus])('%s', async (name, yaml) => {
    const { flow } = readFile(name, yaml);
    const [overview, page] = await pagesOf(name, yaml);

    expect(overview).toContain('href="flow');
    expect(page).toContain('id="L1"');
    expect(page.includes('<svg xmlns')).toBe(flow !== undefined && flow.kind !== 'unknown');
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
  });
});

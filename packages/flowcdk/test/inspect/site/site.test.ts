import { readFile } from '../../../src/check/project';
import { sitePages } from '../../../src/inspect/site/site';
import { resourcesIn } from '../../../src/inspect/stacks/stack-model';
import { reception } from '../private/flows';
import { workshop, SECRET } from '../private/workshop';

jest.setTimeout(120_000);

const resources = resourcesIn([workshop]);
const files = resources.flatMap(({ flow }) => (flow ? [readFile(flow.file, flow.text)] : []));
const site = () => sitePages({ title: 'Workshop', files, resources, findings: [] });

test('an overview, and a page for each flow, data action and trigger', async () => {
  expect([...(await site()).keys()]).toEqual([
    'index.html',
    'flow-reception.html',
    'flow-note-call.html',
    'data-action-find-repair.html',
    'trigger-call-finished.html',
  ]);
});

test('every link leads to a page, and every anchor of a page exists', async () => {
  const pages = await site();
  const broken = [...pages].flatMap(([from, text]) =>
    [...text.matchAll(/href="([^"#:]*)(?:#([^"]*))?"/g)]
      .filter(([, page = '', anchor]) => {
        const target = pages.get(page === '' ? from : page);
        return target === undefined || (anchor !== undefined && anchor !== '' && !target.includes(`id="${anchor}"`));
      })
      .map(([link]) => `${from}: ${link}`),
  );

  expect(broken).toEqual([]);
});

test('no secret of the stacks is on any page; the names of variables are', async () => {
  const text = [...(await site()).values()].join('\n');

  expect(text).not.toContain(SECRET);
  expect(text).toContain('x-key: ***');
  expect(text).toContain('Bearer ${credentials.apiKey}');
});

test('a map or a list where a text belongs is shown as it is', async () => {
  const json = JSON.parse(JSON.stringify(workshop.json)) as typeof workshop.json;
  const odd = JSON.parse(
    JSON.stringify(json)
      .replaceAll('"category":"Workshop"', '"category":{"a":1}')
      .replaceAll('"dnis":["+442079460101"]', '"dnis":[{"a":1}]')
      .replaceAll('"topic_name":"v2.detail.events.conversation.{id}.acw"', '"topic_name":["a"]'),
  ) as typeof workshop.json;
  const pages = await sitePages({
    title: 'Odd',
    files,
    resources: resourcesIn([{ ...workshop, json: odd }]),
    findings: [],
  });
  const text = [...pages.values()].join('');

  expect(text).not.toContain('[object Object]');
  expect(text).toContain('{&quot;a&quot;:1}');
});

test('the overview tells the business when callers hear what', async () => {
  const text = (await site()).get('index.html') ?? '';

  for (const words of [
    '+442079460101',
    'Monday, Tuesday 09:00 to 17:00',
    'Welcome',
    'presses 1 for Repair',
    'waits in the queue Workshop',
  ]) {
    expect(text).toContain(words);
  }
});

test('a data action shows its request and its mapping with an example', async () => {
  const text = (await site()).get('data-action-find-repair.html') ?? '';

  expect(text).toContain('GET https://workshop.example/repairs/+442079460101');
  expect(text).toContain('&quot;ready&quot;: true');
  expect(text).toContain('Is it ready?');
});

test('a trigger shows its criteria, an event that fits, and what the workflow gets', async () => {
  const text = (await site()).get('trigger-call-finished.html') ?? '';

  expect(text).toMatch(/mediaType<\/code>\s*Equal: holds/);
  expect(text).toContain('Flow.conversationId');
});

test('with coverage, the ways that no test took are marked', async () => {
  const taken = new Map([['Reception', new Set(['5: success', '6'])]]);
  const file = readFile('reception.yaml', reception);
  const pages = await sitePages({ title: 'x', files: [file], resources: [], findings: [], taken });
  const text = pages.get('flow-reception.html') ?? '';
  const classOf = (id: string) => new RegExp(`<a class="([^"]*)" href="#${id}" data-id`).exec(text)?.[1] ?? '';

  expect(classOf('a6')).toMatch(/\btaken\b/);
  expect(classOf('a7')).toMatch(/\bmissed\b/);
});

test('two flows with one name have two pages', async () => {
  const two = ['a.yaml', 'b.yaml'].map((name) => readFile(name, 'workflow:\n  name: "丁"\n'));
  const pages = await sitePages({ title: 'x', files: two, resources: [], findings: [] });

  expect([...pages.keys()]).toEqual(['index.html', 'flow.html', 'flow-2.html']);
});

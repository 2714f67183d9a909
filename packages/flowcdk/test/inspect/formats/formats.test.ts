import { formatFlow } from '../../../src/inspect/formats';
import { mermaidOf } from '../../../src/inspect/formats/mermaid';
import { outlineOf } from '../../../src/inspect/formats/outline';
import { readFile } from '../../../src/check/project';
import { readFlowModel } from '../../../src/inspect/flow/read-flow-model';
import { inspected, reception } from '../private/flows';

// The layout engine is a large program, and a busy machine takes its time to load it.
jest.setTimeout(60_000);

const { file, model, diagram } = inspected(reception);

test('the outline of a flow', () => {
  const lines = outlineOf(model).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`);

  expect(lines.join('\n')).toBe(`Menu Main Menu (the flow begins here)
  1: Repair [Task]
    chosen:
      To the repair [Jump to Task] → Ask for the repair
  2: Everything else [Transfer to ACD] → Workshop
Task Ask for the repair
  Ask three times [Loop]
    loop:
      Which repair? [Collect Input]
        success:
          It was typed [Loop Exit]
        failure: goes on
  Is it ready? [Call Data Action] → Workshop, Find repair
    success: goes on
    failure:
      Sorry [Play Audio]
    timeout:
      Sorry, slowly [Play Audio]
  Keep the number [Set Participant Data]
  Ready? [Decision]
    yes:
      Come and get it [Play Audio]
    no: goes on
  Good bye [Disconnect]`);
});

test('a flow as Mermaid', () => {
  expect(mermaidOf(diagram, model)).toMatchSnapshot();
});

test('a flow as Markdown', async () => {
  expect(await formatFlow('markdown', file, model)).toMatchSnapshot();
});

test('a flow as JSON is its model', async () => {
  expect(JSON.parse((await formatFlow('json', file, model)) ?? '')).toEqual(JSON.parse(JSON.stringify(model)));
});

test('a flow as SVG is one picture that needs nothing else', async () => {
  const svg = (await formatFlow('svg', file, model)) ?? '';

  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!#)|var\(--|<script|@import/);
  expect(svg).toContain('Come and get it');
});

test('the same flow gives the same text', async () => {
  for (const format of ['svg', 'mermaid', 'markdown', 'json'] as const) {
    const again = inspected(reception);

    expect(await formatFlow(format, again.file, again.model)).toBe(await formatFlow(format, file, model));
  }
});

test.each(['svg', 'mermaid'] as const)('a file without a flow has no %s', async (format) => {
  const broken = readFile('x.yaml', 'a: [');

  expect(await formatFlow(format, broken, readFlowModel(broken))).toBeUndefined();
});

const hostile = `workflow:
  name: "a\`b<script>|# **x** [y](javascript:z)"
  startUpRef: "/workflow/states/state[one]"
  states:
    - state:
        name: "end\\n]--> x"
        refId: one
        actions:
          - endWorkflow:
              name: '"]; click a1 "javascript:alert(1)" <img src=x onerror=alert(1)>'
              exitReason:
                noValue: true
`;

test('names cannot become Mermaid, HTML or Markdown', async () => {
  const read = inspected(hostile);
  const [mermaid = '', markdown = ''] = [
    await formatFlow('mermaid', read.file, read.model),
    await formatFlow('markdown', read.file, read.model),
  ];

  expect(mermaid.split('\n').filter((line) => line.includes('click'))).toEqual([
    expect.stringMatching(
      /^ {4}a1\["#34;#93;#59; click a1 #34;javascript:alert\(1\)#34; #60;img src=x onerror=alert\(1\)#62;<br\/>End Workflow"\]$/,
    ),
  ]);
  expect(markdown).not.toMatch(/<script|<img|(?<!\\)\]\(javascript/);
});

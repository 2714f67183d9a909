import { readFile } from '../../../src/check/project';
import { placeDiagram } from '../../../src/inspect/diagram/layout';
import { corpus, describeCorpus } from '../../private/corpus';
import { rowsOf } from '../../private/thorough';
import { inspected, reception } from '../private/flows';
import { geometryProblems } from '../private/geometry';

// The layout engine is a large program, and a busy machine takes its time to load it.
jest.setTimeout(60_000);

const problemsOf = async (yaml: string) => geometryProblems(await placeDiagram(inspected(yaml).diagram));

test('boxes lie side by side, and edges go around them, in every form', async () => {
  const placed = await placeDiagram(inspected(reception).diagram);

  expect(geometryProblems(placed)).toEqual([]);
  expect(Object.keys(placed.forms)).toEqual(['open', 'closed', 'c1', 'c2']);
});

test('the problems of a geometry are noticed: a box over a box, an edge through a box', async () => {
  const placed = await placeDiagram(inspected(reception).diagram);
  const open = placed.forms['open'] as (typeof placed.forms)[string];
  const [c1, c2] = [open.places['c1'], open.places['c2']];
  const moved = { ...open, places: { ...open.places, c2: { ...c2, x: c1?.x, y: c1?.y } } } as typeof open;

  const problems = geometryProblems({ ...placed, forms: { open: moved } });

  expect(problems).toContain('form open: c1 lies over c2');
  expect(problems.join('\n')).toMatch(/does not end at its box/);
});

test('an open container has room for its content, a closed one for its name', async () => {
  const { forms } = await placeDiagram(inspected(reception).diagram);
  const widthIn = (form: string) => forms[form]?.places['c2']?.width ?? 0;

  expect(widthIn('open')).toBe(widthIn('c2'));
  expect(widthIn('closed')).toBe(widthIn('c1'));
  expect(widthIn('open')).toBeGreaterThan(widthIn('closed'));
});

describeCorpus('every published flow is drawn', () => {
  const drawn = [...corpus].filter(([name, yaml]) => (readFile(name, yaml).flow?.kind ?? 'unknown') !== 'unknown');

  test('most of them hold a flow', () => {
    expect(drawn.length).toBeGreaterThan(90);
  });

  test.each(rowsOf(drawn, 8))('%s', async (_, yaml) => {
    expect(await problemsOf(yaml)).toEqual([]);
  });
});

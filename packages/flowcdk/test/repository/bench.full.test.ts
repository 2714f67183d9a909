import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(__dirname, '../../../..');

// jest cannot import the modules of bench/.
function inNode(code: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const url = (name: string): string => JSON.stringify(pathToFileURL(join(root, 'bench', name)).href);

const figure = {
  name: 'flows',
  value: 12.5,
  unit: 'flows/s',
  peer: 'a peer',
  peerValue: 5,
  ratio: 2.5,
  goal: '≥ 1',
  met: true,
};

/** A figure, checked and in words. */
const shown = (changes: object) =>
  inNode(
    `import { checked, inWords } from ${url('figure.mjs')};
     console.log(inWords(checked({ ...${JSON.stringify(figure)}, ...(${literal(changes)}) })));`,
  );

/** As JavaScript, which knows NaN. */
const literal = (changes: object): string =>
  `{ ${Object.entries(changes)
    .map(([name, value]) => `${name}: ${typeof value === 'number' ? String(value) : JSON.stringify(value)}`)
    .join(', ')} }`;

test('a figure is told with its peer and its goal', () => {
  expect(shown({})).toEqual({
    code: 0,
    out: 'flows: 12.5 flows/s\n    a peer: 5 flows/s (2.5 ×)\n    goal ≥ 1: met\n',
    err: '',
  });
});

test('what could not be measured is told as that', () => {
  const { out } = shown({ value: null, peer: 'a peer: not measured (npm)', peerValue: null, ratio: null, met: null });

  expect(out).toBe('flows: not measured\n    a peer: not measured (npm)\n    goal ≥ 1: unknown\n');
});

test.each([
  [{ value: NaN }, 'flows: value is NaN, so nothing was measured'],
  [{ value: 0 }, 'flows: value is 0, so nothing was measured'],
  [{ ratio: Infinity }, 'flows: ratio is Infinity, so nothing was measured'],
  [{ value: null }, 'flows: judged without a value'],
])('a figure with %j is an error', (changes, message) => {
  const { code, err } = shown(changes);

  expect(code).toBe(1);
  expect(err).toContain(message);
});

test("without published flows, the application's own are synthesized before they are read", () => {
  const { out, err } = inNode(
    `import { flows } from ${url('flows.mjs')};
     const { texts, from } = flows(${JSON.stringify(root)}, '/nowhere');
     console.log(JSON.stringify({ count: texts.length, from, first: texts[0].split(':')[0] }));`,
  );

  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual({ count: 6, from: "of the application's flows", first: 'workflow' });
});

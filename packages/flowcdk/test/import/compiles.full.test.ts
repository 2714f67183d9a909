import { imported } from './private/round-trip';
import { typeErrors } from './private/compile';
import { flowNamed, hostile } from './private/hostile';

jest.setTimeout(120_000);

test('definitions of flows with hostile names compile under strict', () => {
  const folders = hostile.map((name, i) => imported(`hostile-${i}`, flowNamed(name)));

  expect(typeErrors(folders)).toEqual([]);
});

test('the check of this folder finds errors', () => {
  const text = "import { disconnect } from 'flowcdk';\nexport const wrong = disconnect(1);\n";

  expect(typeErrors([{ name: 'wrong', files: [{ path: 'wrong.ts', text }] }])).toEqual([
    "/imported/wrong/flows/wrong.ts:2 Argument of type 'number' is not assignable to parameter of type 'string'.",
  ]);
});

import { fromData, jsonText } from '../../src/java/json';
import { evaluateJsonPath, parseJsonPath, PathError } from '../../src/json-path';

/** What the paths of these tests look into. */
export const document: object = {
  id: 'c1',
  total: 2,
  nul: null,
  empty: [],
  emptyObj: {},
  flag: false,
  'a-b': 1,
  customers: [
    { id: 'A1', name: 'Ada', tier: 'gold', age: 41, tags: ['x', 'y'], address: { city: 'Paris', zip: null } },
    { id: 'B2', name: 'Bo', tier: 'silver', age: 17, tags: [], address: { city: 'Lyon' } },
    { id: 'C3', name: 'Cy', age: 60, tags: ['z'] },
  ],
  matrix: [
    [1, 2],
    [3, 4],
  ],
  mixed: [1, 'two', true, null, { k: 'v' }, [5]],
};

/** What a path finds. */
export function resultOf(path: string, data: unknown): unknown {
  const parsed = parseJsonPath(path);
  if ('problem' in parsed) throw new PathError('InvalidPathException', parsed.problem);
  return JSON.parse(jsonText(evaluateJsonPath(parsed, fromData(data)).value)) as unknown;
}

/** Why a path finds nothing. */
export function refusal(path: string, data: unknown): PathError {
  try {
    resultOf(path, data);
  } catch (problem) {
    if (problem instanceof PathError) return problem;
    throw problem;
  }
  throw new Error(`nothing was refused in ${path}`);
}

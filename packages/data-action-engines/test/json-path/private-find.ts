import { fromData, jsonText } from '../../src/java/json';
import { Work } from '../../src/java/work';
import { evaluateJsonPath, type JsonPath, parseJsonPath, PathError } from '../../src/json-path';

/** What the paths of these tests look into. */
export const document: object = {
  id: 'c1',
  total: 2,
  nul: null,
  empty: [],
  emptyObj: {},
  flag: false,
  'a-b': 1,
  'a=b': 'x',
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

function parsed(path: string): JsonPath {
  const parsedPath = parseJsonPath(path);
  if ('problem' in parsedPath) throw new PathError('InvalidPathException', parsedPath.problem);
  return parsedPath;
}

/** What a path finds. */
export function resultOf(path: string, data: unknown): unknown {
  return JSON.parse(jsonText(evaluateJsonPath(parsed(path), fromData(data)).value)) as unknown;
}

/** How many steps a path takes. */
export function stepsOf(path: string, data: unknown): number {
  const work = new Work();
  evaluateJsonPath(parsed(path), fromData(data), work);
  return work.steps;
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

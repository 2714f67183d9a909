export { JsonDocument } from './document';
export { evaluateJsonPath, type PathResult } from './evaluate';
export { parseJsonPath } from './parse';
export { PathError, type PathErrorKind } from './path-error';
export { type JsonPath, type JsonPathProblem } from './tree';

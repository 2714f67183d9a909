import { jsonText } from '@flowcdk/data-action-engines/java';
import { type JavaMap, type JavaValue } from '@flowcdk/data-action-engines/java';
import { evaluateJsonPath, parseJsonPath, PathError } from '@flowcdk/data-action-engines/json-path';
import { memberOf } from './eval-input';

/** What a path finds, as JSON text, or why it finds nothing; errors are named like the real engine's exceptions. */
export type PathResult =
  { readonly json: string } | { readonly error: string; readonly message: string; readonly offset?: number };

export function pathResult(path: string, document: JavaValue): PathResult {
  const parsed = parseJsonPath(path);
  if ('problem' in parsed)
    return { error: 'InvalidPathException', message: `the path ${wording(parsed.problem)}`, offset: parsed.offset };
  try {
    return { json: jsonText(evaluateJsonPath(parsed, document).value) };
  } catch (problem) {
    if (!(problem instanceof PathError)) throw problem;
    return { error: problem.kind, message: problem.message };
  }
}

/** Messages of the parser continue a sentence about the path: "is empty", "expected ]". */
const wording = (problem: string): string =>
  /^(?:is|goes|does) /.test(problem) ? problem : `cannot be read: ${problem}`;

/** One line of standard input: `{"path": …, "document": …}`. */
export function pathLine(line: JavaMap, otherwise: JavaValue | undefined): PathResult {
  const path = memberOf(line, 'path', 'jsonpath');
  const document = memberOf(line, 'document', 'json') ?? otherwise;
  const refused = (message: string): PathResult => ({ error: 'InvalidLine', message });
  if (typeof path !== 'string') return refused('the line has no "path"');
  return document === undefined ? refused('the line has no "document"') : pathResult(path, document);
}

/** The line that answers, with every digit of the numbers. */
export const pathText = (result: PathResult): string =>
  'json' in result ? `{"value":${result.json}}` : JSON.stringify(result);

import { dirname } from 'node:path';
import { isNativeError } from 'node:util/types';
import { firstUserLine, slashes, type SourceLine } from './source-line';
import { codeThrew } from './errors';
import { type Finding, FlowcdkError } from './finding';

/**
 * The findings for an error that code of the project threw while it made definitions: the findings it carries, or the
 * line of the project that failed. Undefined where no line of the project is to blame; then the defect is ours.
 */
export function findingsOf(problem: unknown): readonly Finding[] | undefined {
  if (problem instanceof FlowcdkError) return problem.findings;
  if (!isNativeError(problem)) return undefined;
  if (process.env['FLOWCDK_DEBUG']) process.stderr.write(`${problem.stack ?? ''}\n`);
  const at = lineOutsideTheLibrary(problem);
  return at && [codeThrew(problem, at)];
}

/** Calls `make`, which runs code of the project. */
export async function orFindings<T>(make: () => Promise<T>): Promise<T | { readonly findings: readonly Finding[] }> {
  try {
    return await make();
  } catch (problem) {
    const findings = findingsOf(problem);
    if (findings) return { findings };
    throw problem;
  }
}

function lineOutsideTheLibrary({ stack = '' }: Error): SourceLine | undefined {
  const frames = stack.split('\n').filter((frame) => !/[\\/]node_modules[\\/]/.test(frame));
  const line = firstUserLine(frames.join('\n'), library);
  if (line) return line;
  // For a file that is no valid JavaScript, the first line says where.
  const [, file, at] = /^([^\n]+):(\d+)\n/.exec(stack) ?? [];
  return file === undefined || file.includes('node_modules') ? undefined : { file, line: Number(at), column: 1 };
}

/** As the library is loaded, and as source maps name it: `dist` or `src` of the package; beside them the TypeScript hook. */
const here = slashes(dirname(__dirname));
const library = [here, here.replace(/\/dist$/, '/src'), here.replace(/\/(dist|src)$/, '/typescript')].map(
  (folder) => `${folder}/`,
);

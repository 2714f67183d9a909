import { findingText } from '../ground/finding';
import { type FlowFiles, readFlowFiles, type ReadFlowsOptions } from '../stubs/flow-files';
import { KitProblem } from './kit-problem';

const known = new Map<string, FlowFiles>();

/** Flows from files, read once for the tests of a process. Throws a {@link KitProblem} with all findings. */
export function flowsOfFiles(names: readonly string[], options: ReadFlowsOptions): FlowFiles {
  const key = JSON.stringify([process.cwd(), names, options]);
  const before = known.get(key);
  if (before) return before;
  const { flows, findings } = readFlowFiles(names, options);
  if (!flows) throw new KitProblem(`the flows cannot be read:\n${findings.map(findingText).join('\n')}`);
  known.set(key, flows);
  return flows;
}

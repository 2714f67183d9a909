import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize, relative } from 'node:path';
import { readStack, type Stack, stackFolders } from '../apply/stack';
import { synthesize } from '../constructs/synthesize';
import { findingText } from '../finding';
import { KitProblem } from './kit-problem';

/** What is tested: a function that declares stacks, as for `cdktf`; or the folder of a synthesis. */
export type Application = Parameters<typeof synthesize>[0] | string;

const known = new WeakMap<object, readonly Stack[]>();

/** The stacks of an application, synthesized once. Throws a {@link KitProblem} with everything that is wrong with it. */
export function stacksOf(application: Application): readonly Stack[] {
  if (typeof application === 'string') return stackFolders(application).map(readStack);
  const stacks = known.get(application) ?? synthesized(application);
  known.set(application, stacks);
  return stacks;
}

function synthesized(application: Exclude<Application, string>): readonly Stack[] {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-test-'));
  try {
    const { findings } = synthesize(application, { outdir: folder });
    if (findings)
      throw new KitProblem(`the application cannot be synthesized:\n${findings.map(findingText).join('\n')}`);
    return stackFolders(folder).map(inMemory);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A stack with the files beside it read, for its folder goes. */
function inMemory(folder: string): Stack {
  const stack = readStack(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  const texts = new Map(files.map((path) => [path, stack.file(path)]));
  return { ...stack, file: (path) => texts.get(normalize(path)) };
}

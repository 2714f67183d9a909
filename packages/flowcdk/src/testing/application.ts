import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative } from 'node:path';
import { type Application, isApplication } from '../application/application';
import { declareStacks } from '../constructs/declare-stacks';
import { loadApplication } from '../application/load-application';
import { type DeclareStacks, OpenApplication, openApplication } from '../application/open-application';
import { readStack, type Stack, stackFolders } from '../apply/stack';
import { synthesize } from '../constructs/synthesize';
import { type Finding, findingText } from '../ground/finding';
import { FlowFiles } from '../stubs/flow-files';
import { KitProblem } from './kit-problem';

/**
 * What is tested: an application, with or without the settings of an environment; a function that declares stacks, as
 * for CDKTF; the folder of a synthesis; or flows from files.
 */
export type Deployable = Application | OpenApplication | DeclareStacks | FlowFiles | string;

export const isDeployable = (value: unknown): value is Deployable =>
  typeof value === 'string' ||
  typeof value === 'function' ||
  value instanceof OpenApplication ||
  value instanceof FlowFiles ||
  isApplication(value);

const open = new WeakMap<Application, Map<string, OpenApplication>>();

/** The application of the project that tests run in. */
export async function projectApplication(): Promise<{ readonly application: Application; readonly folder: string }> {
  const { application, ...loaded } = await loadApplication();
  if (application && 'file' in loaded) return { application, folder: dirname(loaded.file) };
  throw problemOf('the application of the project cannot be loaded', 'findings' in loaded ? loaded.findings : []);
}

/** An application with its settings, read once for each environment. */
export function openedOnce(application: Application, folder: string, environment: string | undefined): OpenApplication {
  const known = open.get(application) ?? new Map<string, OpenApplication>();
  open.set(application, known);
  const key = JSON.stringify([folder, environment]);
  const before = known.get(key);
  if (before) return before;
  const { opened, findings } = openApplication(application, { folder, environment });
  if (!opened) throw problemOf('the application cannot be opened', findings);
  known.set(key, opened);
  return opened;
}

const problemOf = (what: string, findings: readonly Finding[]): KitProblem =>
  new KitProblem(`${what}:\n${findings.map(findingText).join('\n')}`);

const known = new WeakMap<object, readonly Stack[]>();

/** The stacks of an application, synthesized once; none for flows from files. Throws a {@link KitProblem} with all findings. */
export function stacksOf(application: Exclude<Deployable, Application>): readonly Stack[] {
  if (application instanceof FlowFiles) return [];
  if (typeof application === 'string') return stackFolders(application).map(readStack);
  const stacks = known.get(application) ?? synthesized(application);
  known.set(application, stacks);
  return stacks;
}

function synthesized(application: OpenApplication | DeclareStacks): readonly Stack[] {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-test-'));
  const declare: DeclareStacks =
    typeof application === 'function' ? application : (app) => declareStacks(app, application);
  try {
    const { findings } = synthesize(declare, { outdir: folder });
    if (findings) throw problemOf('the application cannot be synthesized', findings);
    return stackFolders(folder).map(inMemory);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A stack with the files beside it already read, because its folder is deleted afterwards. */
function inMemory(folder: string): Stack {
  const stack = readStack(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  const contents = new Map(files.map((path) => [path, stack.file(path)]));
  return { ...stack, file: (path) => contents.get(normalize(path)) };
}

import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Finding } from '../ground/finding';
import { orFindings } from '../ground/thrown';
import { type Application, isApplication } from './application';
import { findApplication } from './find-application';
import { applicationMissing, configurationWithoutApplication, noSuchConfiguration } from './messages';

/** Which configuration is loaded. */
export interface LoadOptions {
  /** The configuration. @default `flowcdk.config.ts` in the working folder or one above it */
  readonly file?: string | undefined;
  /** Where to look for it. @default the working folder */
  readonly from?: string | undefined;
}

/** An application and the file it comes from. */
export interface LoadedApplication {
  readonly application: Application;
  /** Its configuration, as findings name it: relative to the working folder. */
  readonly file: string;
}

/** Why a configuration could not be loaded. */
export interface NotLoaded {
  readonly application?: undefined;
  readonly findings: readonly Finding[];
}

/**
 * Loads the configuration of a project. TypeScript needs no build step. A definition that throws while it is loaded is
 * a finding with its place. In jest the file is loaded as a module of jest, so that a test which imports it gets the
 * same object.
 *
 * @example
 * ```ts
 * const loaded = await loadApplication({ file: 'flowcdk.config.ts' });
 * if (!loaded.application) throw new FlowcdkError(loaded.findings);
 * ```
 */
export async function loadApplication({ file, from = '.' }: LoadOptions = {}): Promise<LoadedApplication | NotLoaded> {
  const path = file === undefined ? findApplication(from) : resolve(file);
  if (path === undefined) return { findings: [applicationMissing(resolve(from))] };
  const shown = relative(process.cwd(), path) || path;
  if (!isFile(path)) return { findings: [noSuchConfiguration(shown)] };
  return orFindings(() => {
    const application = defaultExport(path);
    return Promise.resolve(
      isApplication(application)
        ? { application, file: shown }
        : { findings: [configurationWithoutApplication(shown)] },
    );
  });
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function defaultExport(path: string): unknown {
  // Jest has its own `require`, which has no extensions and reads TypeScript with the project's transform.
  const load: NodeJS.Require = require;
  if ('.js' in load.extensions) load(HOOK);
  const exported = load(path) as { readonly default?: unknown };
  return typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
}

/** Beside `dist`, as plain JavaScript. */
const HOOK = join(__dirname, '../../typescript/hook.cjs');

import { type Finding, findingText } from '../ground/finding';
import { loadApplication } from './load-application';
import { openApplication } from './open-application';
import { dirname } from 'node:path';

/**
 * What `src/main.ts` runs for the command lines of CDKTF and CDKTN: the application of the working folder, checked and
 * synthesized into the folder they name. The environment variable `FLOWCDK_ENV` names the settings overlay. Findings go
 * to standard error and make the exit code 1.
 *
 * @example
 * ```ts
 * // src/main.ts
 * void synthesizeForCdktf();
 * ```
 */
export async function synthesizeForCdktf(): Promise<void> {
  const findings = await synthesized(process.env['FLOWCDK_ENV'] || undefined);
  if (findings.length > 0) process.stderr.write(`${findings.map(findingText).join('\n')}\n`);
  if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

async function synthesized(environment: string | undefined): Promise<readonly Finding[]> {
  const loaded = await loadApplication();
  if (!loaded.application) return loaded.findings;
  const { opened, findings: unopened } = openApplication(loaded.application, {
    folder: dirname(loaded.file),
    environment,
  });
  if (!opened) return unopened;
  const findings = await opened.checkBeforeSynthesis();
  if (findings.some(({ severity }) => severity === 'error')) return findings;
  const [{ newApp }, { declareStacks }] = await Promise.all([
    import('../constructs/app'),
    import('../constructs/declare-stacks'),
  ]);
  const app = newApp();
  declareStacks(app, opened);
  app.synth();
  return findings;
}

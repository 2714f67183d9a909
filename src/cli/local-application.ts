import type { Finding } from '../finding';
import { loadSettings, type ResolvedSettings } from '../settings';
import { orFindings } from '../thrown';
import { complainAbout, count, printJson } from './output';

export interface Checked {
  readonly settings: ResolvedSettings;
  /** What the application is, in one line. */
  readonly summary: string;
}

/**
 * The settings of the application, when neither they nor its definitions have an error; what is wrong is told here, and
 * makes the exit code 1.
 */
export async function checkedSettings({
  env,
  json,
}: {
  readonly env?: string;
  readonly json: boolean;
}): Promise<Checked | undefined> {
  const { settings, findings } = loadSettings({ environment: env });
  if (!settings) return told(findings, json);
  const checked = await orFindings(async () => {
    const [{ definitionsOfApplication }, { checkBeforeSynthesis }, { fromSettings }, { rules }] = await Promise.all([
      import('../stacks/application'),
      import('../check/application'),
      import('../check/severities'),
      import('../check/rules'),
    ]);
    const { findings: unknown, ...options } = fromSettings(settings, rules);
    if (unknown.length > 0) return { findings: unknown };
    const stacks = definitionsOfApplication(settings);
    return { stacks, findings: checkBeforeSynthesis(stacks, options) };
  });
  const errors = checked.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || !('stacks' in checked)) return told(checked.findings, json);
  const kinds = checked.stacks.flatMap(({ definitions }) => definitions.map(({ definition }) => definition));
  const many = (kind: string, what: string): string => count(kinds.filter((one) => one === kind).length, what);
  const summary = `${many('flow', 'flow')}, ${many('dataAction', 'data action')}, ${many('trigger', 'trigger')}, ${many('queue', 'queue')}: checked, no errors.`;
  return { settings, summary };
}

function told(findings: readonly Finding[], json: boolean): undefined {
  if (json) printJson({ findings });
  else complainAbout(findings);
  process.exitCode = 1;
  return undefined;
}

import { checkBeforeSynthesis } from './check/application';
import { rules } from './check/rules';
import { fromSettings } from './check/severities';
import { newApp } from './constructs/app';
import { type Finding, findingText } from './finding';
import { loadSettings } from './settings';
import { orFindings } from './thrown';

/**
 * The CDKTF app, as `cdktf synth` and `cdktf deploy` run it. `FLOWCDK_ENV` names the settings overlay.
 */
async function main(): Promise<void> {
  const { settings, findings: wrong } = loadSettings({ environment: process.env['FLOWCDK_ENV'] });
  if (!settings) return refuse(wrong);
  const app = newApp();
  const { findings } = await orFindings(async () => {
    const { application } = await import('./stacks/application');
    const stacks = application(app, settings);
    const given = stacks.map(({ node, definitions }) => ({ name: node.id, definitions }));
    const { findings: unknown, ...options } = fromSettings(settings, rules);
    return { findings: [...unknown, ...checkBeforeSynthesis(given, options)] };
  });
  if (findings.some(({ severity }) => severity === 'error')) return refuse(findings);
  app.synth();
}

function refuse(findings: readonly Finding[]): void {
  process.stderr.write(`${findings.map(findingText).join('\n')}\n`);
  process.exitCode = 1;
}

process.setSourceMapsEnabled(true);
main().catch((problem: unknown) => {
  process.stderr.write(`flowcdk: ${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 1;
});

import { App } from './cdktf';
import { checkDefinitions } from './check/definitions';
import { findingText } from './finding';
import { loadSettings } from './settings';
import { application } from './stacks/application';

/**
 * The CDKTF app, as `cdktf synth` and `cdktf deploy` run it. `FLOWCDK_ENV` names the settings overlay.
 */
function main(): void {
  const { settings, findings } = loadSettings({ environment: process.env['FLOWCDK_ENV'] });
  if (!settings) return refuse(findings.map(findingText));
  const app = new App({ stackTraces: false });
  const stacks = application(app, settings);
  const found = checkDefinitions(stacks.map(({ node, definitions }) => ({ name: node.id, definitions })));
  if (found.some(({ severity }) => severity === 'error')) return refuse(found.map(findingText));
  app.synth();
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

process.setSourceMapsEnabled(true);
main();

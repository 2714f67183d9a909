import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { checkApplication } from '../check/application';
import { check } from '../check/check';
import { readFile } from '../check/project';
import type { Finding } from '../finding';
import { loadSettings } from '../settings';
import { environmentOption, jsonOption } from './application';
import { complainAbout, printJson } from './output';

/** `flowcdk check` */
export const checkCommand = (): Command =>
  new Command('check')
    .description('find what is wrong with the application, or with any Architect YAML')
    .argument('[files...]', 'Architect YAML; without one the application is checked')
    .addOption(environmentOption())
    .addOption(jsonOption())
    .action(async (files: readonly string[], { env, json }: { readonly env?: string; readonly json?: boolean }) => {
      const findings = files.length > 0 ? checkFiles(files) : await checkOwn(env);
      if (json) printJson({ findings });
      else if (findings.length > 0) complainAbout(findings);
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });

const checkFiles = (files: readonly string[]): readonly Finding[] =>
  check({ files: files.map((file) => readFile(file, readFileSync(file, 'utf8'))), definitions: [] });

async function checkOwn(environment: string | undefined): Promise<readonly Finding[]> {
  const { settings, findings } = loadSettings({ environment });
  if (!settings) return findings;
  const { definitionsOfApplication } = await import('../stacks/application');
  return checkApplication(definitionsOfApplication(settings));
}

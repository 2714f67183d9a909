import { Argument, Command, Option } from 'commander';
import { relative } from 'node:path';
import { FlowcdkError, type Finding } from '../ground/finding';
import { type FlowcdkPackages, flowcdkPackages } from '../init/flowcdk-packages';
import { DEFAULT_TEMPLATE, type TemplateName, templateNames, templates } from '../init/templates';
import { unusable, writeProject } from '../init/write-project';
import { jsonOption } from './application';
import { complain, complainAbout, print, printJson, styleFor } from './output';
import { helpText } from './help-text';

interface InitOptions {
  readonly template: TemplateName;
  readonly json?: boolean;
}

/** `flowcdk init` */
export const init = (): Command =>
  new Command('init')
    .description('write a small project of your own')
    .addArgument(new Argument('[folder]', 'where: a folder that does not exist yet or is empty').default('.'))
    .addOption(new Option('-t, --template <name>', 'what is in it').choices(templateNames).default(DEFAULT_TEMPLATE))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Templates:
${templateNames.map((name) => `  ${name.padEnd(22)} ${templates[name]}`).join('\n')}

Examples:
  $ flowcdk init my-line
  $ flowcdk init my-line --template blank

Where this flowcdk came from a registry, the project gets it from there. Otherwise (a clone, a tarball) its packages are
put into vendor/ of the project, and package.json names them there.

Exit codes: 0 written, 2 it cannot be written there, or wrong use.`),
    )
    .action((folder: string, options: InitOptions) => {
      const refused = unusable(folder);
      if (refused) return refuse([refused], options);
      let packages: FlowcdkPackages;
      try {
        packages = flowcdkPackages(complain);
      } catch (problem) {
        if (!(problem instanceof FlowcdkError)) throw problem;
        return refuse(problem.findings, options);
      }
      try {
        const files = writeProject({ folder, template: options.template, packages });
        if (!isWritten(files)) return refuse([files], options);
        tell(folder, files, packages, options);
      } finally {
        packages.remove();
      }
    });

const isWritten = (files: readonly string[] | Finding): files is readonly string[] => Array.isArray(files);

function refuse(findings: readonly Finding[], { json }: InitOptions): void {
  if (json) printJson({ findings });
  else complainAbout(findings);
  process.exitCode = 2;
}

function tell(
  folder: string,
  files: readonly string[],
  { tarballs, version }: FlowcdkPackages,
  { template, json }: InitOptions,
): void {
  const from = tarballs === undefined ? 'registry' : 'vendor';
  if (json) return printJson({ folder, template, version, packages: from, files });
  const style = styleFor(process.stdout);
  const here = relative(process.cwd(), folder) === '';
  print(`${style.strong(here ? 'This folder' : folder)} is a project now: ${template}, ${files.length} files.`);
  if (tarballs !== undefined) {
    print(`\nThis flowcdk (${version}) did not come from a registry, so the project has it in vendor/, as tarballs.`);
  }
  print('\nNext, type:');
  const steps = [...(here ? [] : [`cd ${/[^\w./-]/.test(folder) ? JSON.stringify(folder) : folder}`]), ...NEXT];
  for (const step of steps) print(`  ${style.strong(step)}`);
  print('\nREADME.md there tells what is where and what to change first.');
}

const NEXT = ['npm install', 'npm test', 'npx flowcdk start'];

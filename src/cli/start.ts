import { Command } from 'commander';
import { environmentOption, outOption, synthesizeApplication, type ApplicationOptions } from './application';
import { complainAbout, print, styleFor } from './output';
import { sentence } from './summary';

const shownKinds = new Set<string>(['flow', 'dataAction', 'trigger', 'callRoute']);

/** `flowcdk start`, which is `npm start`: synthesizes and tells what came of it. */
export const start = (): Command =>
  new Command('start')
    .description('synthesize the application and show what it is')
    .addOption(environmentOption())
    .addOption(outOption())
    .addHelpText(
      'after',
      `
Examples:
  $ flowcdk start                     what npm start does
  $ flowcdk start --env local         with settings.local.yaml laid over settings.yaml`,
    )
    .action(async (options: ApplicationOptions) => {
      const { stacks, files, warnings, findings } = await synthesizeApplication(options);
      if (findings) {
        complainAbout(findings);
        process.exitCode = 1;
        return;
      }
      if (warnings.length > 0) complainAbout(warnings);
      const style = styleFor(process.stdout);
      for (const stack of stacks) {
        const own = files.filter(({ path }) => path.startsWith(`stacks/${stack.node.id}/`));
        print(style.strong(stack.node.id));
        for (const definition of stack.definitions.filter((d) => shownKinds.has(d.definition))) {
          print(`  ${sentence(definition)}`);
        }
        for (const { path } of own) print(style.quiet(`  wrote ${options.out}/${path}`));
        print();
      }
      const first = stacks[0]?.node.id ?? '';
      print('Next:');
      print(`  npx flowcdk list                                          what refers to what`);
      print(`  cd ${options.out}/stacks/${first} && terraform init && terraform plan`);
    });

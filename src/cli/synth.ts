import { Command } from 'commander';
import {
  environmentOption,
  jsonOption,
  outOption,
  synthesizeApplication,
  type ApplicationOptions,
} from './application';
import { complainAbout, count, print, printJson, styleFor } from './output';

/** `flowcdk synth` */
export const synth = (): Command =>
  new Command('synth')
    .description('write the Terraform stacks and the flows they upload')
    .addOption(environmentOption())
    .addOption(outOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ flowcdk synth                      from settings.yaml, to cdktf.out
  $ flowcdk synth --env local          with settings.local.yaml laid over it
  $ flowcdk synth --out build --json   the files that were written, as JSON

What an earlier synthesis wrote and this one does not is removed; files of others stay.`,
    )
    .action(async (options: ApplicationOptions & { readonly json?: boolean }) => {
      const { stacks, files, warnings, findings } = await synthesizeApplication(options);
      if (findings) {
        if (options.json) printJson({ findings });
        else complainAbout(findings);
        process.exitCode = 1;
        return;
      }
      if (options.json) {
        printJson({ out: options.out, stacks: stacks.map(({ node }) => node.id), files, findings: warnings });
        return;
      }
      if (warnings.length > 0) complainAbout(warnings);
      const style = styleFor(process.stdout);
      for (const { path, bytes } of files) print(`${options.out}/${path} ${style.quiet(`${bytes} bytes`)}`);
      print(`\n${count(stacks.length, 'stack')}, ${count(files.length, 'file')}`);
    });
